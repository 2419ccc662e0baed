#pragma once
// General health: the chance of calling one's health good, counted as expected years in good health.

#include "calibration/model.hpp"
#include "processes/good_health_lanes.hpp"
#include "processes/process.hpp"

namespace spires {

class GoodHealth : public Process {
public:
    explicit GoodHealth(const Model& model);
    void advance(Step& step) const override;

private:
    const Places& places_;
    GoodHealthTable table_;
};

}  // namespace spires
