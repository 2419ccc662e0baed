#pragma once
// Which homes are poor, fuel-poor, cold or temporary, many at a time.

#include "population/columns.hpp"
#include "processes/household_sums.hpp"

namespace spires {

inline constexpr float nobody_counted = -1e30F;

struct PovertyColumns {
    const HouseholdColumns& households;
    const HouseholdWeeks& weeks;
    const float *poverty_line, *fuel_line;   ///< [place] pounds a week
    const std::uint32_t* cold_word;          ///< of the home
    float cold_share = 0;                    ///< of fuel-poor homes
    float thousands_a_year = 0;              ///< thousand pounds a year for each pound a week
    float* income_each;                      ///< out: of each member, thousand pounds a year; `nobody_counted` of homes that are not private
    Circumstances* of_home;                  ///< out: poverty, fuel poverty, cold home
};
void find_poverty(const PovertyColumns& columns, std::size_t households);

struct HomelessnessColumns {
    const HouseholdColumns& households;
    const HouseholdWeeks& weeks;
    const std::uint32_t* words;
    const float* ratio;                      ///< [tenure][poor] of the rate of coming in
    float enter_family = 0, enter_other = 0; ///< [1/year] before a household's own ratio
    float leave = 0;                         ///< chance in the step
    const Circumstances* of_home;
    std::uint8_t* homeless;                  ///< out
};
/// Moves households in and out of temporary accommodation, at most once a step.
void move_homeless(const HomelessnessColumns& columns, std::size_t households);

}  // namespace spires
