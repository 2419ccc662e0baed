#pragma once
// Nitrogen dioxide and fine particles where people live.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

/// The place's annual mean of the year plus what programmes move; the body follows it by a first-order filter.
class OutdoorAir : public Process {
public:
    OutdoorAir(const Inputs& inputs, const Parameters& parameters);
    void advance(Step& step) const override;

private:
    void tally(Step& step, const Column<float>& no2, const Column<float>& pm25) const;

    const Inputs& inputs_;
    float lag_share_;
};

}  // namespace spires
