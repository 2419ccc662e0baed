#pragma once
// The household economy of one parameter draw, solved on the base population and then frozen.

#include "core/axes.hpp"

#include <array>
#include <vector>

namespace spires {

/// What brings modelled budgets to the published levels of the base year.
struct EconomyModel {
    std::vector<double> poverty_factor;   ///< [place] of the poverty line: makes the place's children in poverty
    std::vector<double> fuel_factor;      ///< [place] of the same line after fuel: makes its fuel-poor households
    double pounds_a_year = 0;             ///< disposable income for each modelled pound a week
    double enter_family = 0, enter_other = 0;  ///< rates of coming into temporary accommodation, before a household's own ratio
    std::vector<std::array<double, deciles>> share_with_effect;  ///< of people of 16 and over, with each exposure of wellbeing_effects.csv
    std::vector<double> effect;           ///< points of life satisfaction, with the causal fraction of the exposure
};

}  // namespace spires
