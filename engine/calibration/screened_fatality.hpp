#pragma once
// How many people who are screened die of the cancer, beyond the stage at which it is found (docs/model.md, section 7.14).

#include "calibration/stage_model.hpp"

#include <vector>

namespace spires {

/// Factors on the fatality of one condition, [sex][age][decile][covered]: 1 where the programme asks nobody. Found so
/// that a new case dies of it `deaths` times as often when covered, stage and factor together, and that each decile
/// keeps its deaths while its people come to screening as at the base.
struct ScreenedFatality {
    std::size_t condition = 0, programme = 0;
    std::vector<float> factor;
};

/// `ratios` of screening_effects.csv, as drawn; `stages` of the same draw.
[[nodiscard]] std::vector<ScreenedFatality> solve_screened_fatality(const HealthTables& tables, const Mortality& mortality, int base_year,
                                                                    const std::vector<double>& ratios, const std::vector<StageModel>& stages);

}  // namespace spires
