#pragma once
// Solves the household economy on the base, and gives the base what it lives in.

#include "calibration/model.hpp"
#include "core/random.hpp"

namespace spires {

/// Households that rent, and poor ones, lose their home more often than others (assumed).
[[nodiscard]] double homelessness_ratio(Tenure tenure, bool poor) noexcept;

[[nodiscard]] EconomyModel calibrate_economy(const Inputs& inputs, const Parameters& parameters, const Population& base, ParameterDraw& draw);
/// Poverty, cold homes and temporary accommodation of everybody at the base.
void settle_circumstances(const Inputs& inputs, const EconomyModel& economy, Population& base);

}  // namespace spires
