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

/// Room for those who have a condition that people die of, by number.
struct IllColumns {
    Scratch<std::uint32_t> rows;
    Scratch<Coverage> covered;
    Scratch<float> fatality, fatality_next;  ///< Σ f · trend

    void resize(std::size_t most);
};

struct DyingColumns {
    const std::uint32_t* words;
    const Strata& strata;
    const RiskColumns* risks;          ///< nullptr where `other` reads nothing of them
    const RiskTables& other;           ///< ratios of other mortality
    const ConditionSet *conditions, *conditions_next;  ///< at either end of the step
    std::span<const Fatality> fatalities;
    std::int32_t deadly = 0;           ///< bits of their conditions
    const Coverage* covered;           ///< by screening
    const std::uint8_t* presence;
    const float* residual;             ///< ρ · trend / M by [sex][age][decile][this age, a year older] [1/year]; its sign is minus where ρ met its floor
    const float* trend;                ///< this year's ratio to the base by [sex][age][this age, a year older]
    float late_infant_share = 1;
    float *chance, *years;             ///< of death in the step; expected person-years
    float *late_chance, *late_years;   ///< the part of them a year older
    float *fatality, *fatality_next;   ///< Σ f · trend of the ill, by row; 0 of everybody before and after
    IllColumns& ill;
};
/// Lists of rows, with room for everybody.
struct DyingRows {
    Scratch<std::uint32_t> dying, floored;
    std::size_t deaths = 0;     ///< of `dying`
    std::size_t at_floor = 0;   ///< of `floored`: at either age in a stratum whose residual met its floor
};
/// Fills the outputs and the lists.
void find_deaths(const DyingColumns& columns, std::size_t rows, DyingRows& lists);

}  // namespace spires
