#pragma once
// Which homes are poor, fuel-poor, cold or temporary, many at a time.

#include "population/columns.hpp"
#include "processes/household_sums.hpp"

namespace spires {

struct PovertyColumns {
    const HouseholdColumns& households;
    const HouseholdWeeks& weeks;
    const float *poverty_line, *fuel_line;   ///< [place] pounds a week
    const std::uint32_t* cold_word;          ///< of the home
    float cold_share = 0;                    ///< of fuel-poor homes
    float thousands_a_year = 0;              ///< thousand pounds a year for each pound a week
    float* income_each;                      ///< out: of each member, thousand pounds a year; 0 in homes that are not private
    HomeState* of_home;                      ///< out: poverty, cold home, and the marks
};
void find_poverty(const PovertyColumns& columns, std::size_t households);

struct HomelessnessColumns {
    const HouseholdColumns& households;
    const HouseholdWeeks& weeks;
    const std::uint32_t* words;
    const float* ratio;                      ///< [tenure][poor] of the rate of coming in
    float enter_family = 0, enter_other = 0; ///< [1/year] before a household's own ratio
    float leave = 0;                         ///< chance in the step
    HomeState* of_home;                      ///< out: temporary accommodation
    std::uint8_t* homeless;                  ///< out
};
/// Moves households in and out of temporary accommodation, at most once a step; who is there lives in it.
void move_homeless(const HomelessnessColumns& columns, std::size_t households);

}  // namespace spires
