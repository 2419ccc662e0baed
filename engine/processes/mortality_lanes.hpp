#pragma once
// Chances of death of a block's people, many at a time.

#include "calibration/risk_columns.hpp"
#include "population/circumstances.hpp"
#include "processes/strata.hpp"

#include <span>

namespace spires {

/// Deaths from one condition a person-year ill.
struct Fatality {
    std::int32_t bit = 0;             ///< 1 << condition
    const float* hazard = nullptr;    ///< f by [sex][age] [1/year]
    const float* ratio = nullptr;     ///< by programmes, by row
    const float* screened = nullptr;  ///< factor of screening by [sex][age][decile][covered]
    std::int32_t programme = 0;       ///< of screening: bit of `covered`
    const float* by_stage = nullptr;  ///< factor by [sex][age][late]
    std::int32_t late = 0;            ///< bit of `conditions`: found late
};

struct DyingColumns {
    const std::uint32_t* words;
    const Strata& strata;
    const RiskColumns& risks;
    const RiskTables& other;           ///< ratios of other mortality
    const ConditionSet *conditions, *conditions_next;  ///< at either end of the step
    std::span<const Fatality> fatalities;
    const Coverage* covered;           ///< by screening
    const std::uint8_t* presence;
    std::uint8_t half_present = 0;     ///< bits of those who are here for half the step
    const float* residual;             ///< ρ by [sex][age][decile] [1/year]
    const float* mean_ratio;           ///< M by [sex][five-year band][decile]
    const float* trend;                ///< this year's ratio to the base by [sex][age]
    float late_infant_share = 1;
    float *chance, *years;             ///< of death in the step; expected person-years
    float *first, *second;             ///< expected deaths at the age of the start, and a year older
};
/// Fills the outputs, writes the rows of those who die into `dying` (room for all rows); returns how many.
std::size_t find_deaths(const DyingColumns& columns, std::size_t rows, std::uint32_t* dying);

}  // namespace spires
