#pragma once
// The base in cells of sex, age and decile: what the calibrations of risks need to know of its people.

#include "calibration/model.hpp"

#include <array>
#include <vector>

namespace spires {

/// A sum for each [sex][age][decile].
using BySexAgeDecile = std::array<double, sexes * ages * deciles>;
[[nodiscard]] constexpr std::size_t cell_of(std::size_t sex, std::size_t age, std::size_t decile) noexcept { return (sex * ages + age) * deciles + decile; }

/// People and their ratios, gathered in one pass over the base.
struct RiskSums {
    struct OfOutcome {
        BySexAgeDecile free{};    ///< people without the condition; everybody for other mortality
        BySexAgeDecile ratios{};  ///< Π RR of these
    };
    BySexAgeDecile people{};
    std::vector<OfOutcome> outcomes;  ///< conditions, then other mortality
};

[[nodiscard]] RiskSums sum_risks(const Inputs& inputs, const Population& base, const RiskModel& risks);

}  // namespace spires
