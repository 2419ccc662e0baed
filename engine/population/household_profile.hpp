#pragma once
// How people of each age live at the base: what newly formed households are drawn from.

#include "core/axes.hpp"
#include "core/choice.hpp"
#include "inputs/demography.hpp"
#include "population/population.hpp"

#include <array>

namespace spires {

/// Shares of the base population by five-year band of age, frozen, so that whoever comes or moves takes
/// the place of someone like them and the city's ways of living stay as they are.
struct HouseholdProfile {
    /// Adults of private households who live with a partner, but for students of 18 to 24 [1].
    std::array<double, five_year_bands> partnered{};
    /// Unpartnered adults, but for those students, who head a home without housemates [1].
    std::array<double, five_year_bands> heads_alone{};
    /// Tenure of the households headed at an age, and of those among them that move.
    std::array<Choice, five_year_bands> tenure, tenure_of_movers;
    std::array<std::array<double, tenure_names.size()>, five_year_bands> households{};  ///< by age of reference person
    /// Chance a year that a mortgage is paid off: what makes the share of outright owners rise with age as
    /// at the base [1].
    std::array<double, five_year_bands> paying_off{};
};

/// Grown children count `with_parents_ratio` among adults, so that arrivals live as leavers did.
[[nodiscard]] HouseholdProfile profile_households(const Population& base, const MoveRates& rates, double with_parents_ratio, int base_year);

}  // namespace spires
