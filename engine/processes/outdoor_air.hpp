#pragma once
// Nitrogen dioxide and fine particles where people live.

#include "calibration/model.hpp"
#include "processes/lever_column.hpp"
#include "processes/process.hpp"

namespace spires {

/// The place's annual mean of the year plus what programmes move; the body follows it by a first-order filter.
class OutdoorAir : public Process {
public:
    OutdoorAir(const Inputs& inputs, const Parameters& parameters);
    void advance(Step& step) const override;

private:
    /// One pollutant of the year: by place, by programmes, by person.
    struct Breath {
        Column<float> outdoors;  ///< by place
        LeverColumn added;
        Scratch<float> counted;  ///< by row
    };
    void outdoors_of(const std::vector<double>& base, const std::vector<double>& trend, int year, Column<float>& outdoors) const;

    const Inputs& inputs_;
    float lag_share_;
};

}  // namespace spires
