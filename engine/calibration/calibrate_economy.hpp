#pragma once
// Solves the household economy on the base, and gives the base what it lives in.

#include "calibration/model.hpp"
#include "core/random.hpp"

namespace spires {

/// How much more often households that rent, and poor ones, come into temporary accommodation (parameters homelessness_ratio_…).
class HomelessnessRatios {
public:
    explicit HomelessnessRatios(const Parameters& parameters);
    [[nodiscard]] double operator()(Tenure tenure, bool poor) const noexcept { return of_tenure_[static_cast<std::size_t>(tenure)] * (poor ? poor_ : 1.0); }

private:
    std::array<double, tenure_names.size()> of_tenure_{};
    double poor_;
};

[[nodiscard]] EconomyModel calibrate_economy(const Inputs& inputs, const Parameters& parameters, const Population& base, ParameterDraw& draw);
/// Poverty, cold homes and temporary accommodation of everybody at the base.
void settle_circumstances(const Inputs& inputs, Population& base);

}  // namespace spires
