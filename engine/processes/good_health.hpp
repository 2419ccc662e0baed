#pragma once
// General health: the chance of calling one's health good, counted as expected years in good health.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class GoodHealth : public Process {
public:
    explicit GoodHealth(const Model& model) : model_(model) {}
    void advance(Step& step) const override;

private:
    const Model& model_;
};

}  // namespace spires
