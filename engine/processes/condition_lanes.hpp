#pragma once
// Who could fall ill or recover in a step: those whose draw is low enough for the highest risk there is.

#include "calibration/risk_columns.hpp"
#include "processes/strata.hpp"

#include <cstddef>
#include <cstdint>

namespace spires {

struct CandidateColumns {
    const std::uint32_t* words;
    const std::int32_t* sex_age;
    const float* bound;               ///< [sex][age]: chance that nobody exceeds; 1 takes everyone
    const ConditionSet* conditions;   ///< at the start of the step
    std::uint32_t bit = 0;            ///< of the condition
    bool ill = false;                 ///< whether those who have it are looked for, or the others
};
/// Writes the rows into `candidates` (room for all rows); returns how many.
std::size_t find_candidates(const CandidateColumns& columns, std::size_t rows, std::uint32_t* candidates);

struct OnsetColumns {
    const std::uint32_t* words;
    const Strata& strata;
    const RiskColumns& risks;
    const RiskTables& tables;         ///< ratios of the condition
    const ConditionSet* conditions;   ///< at the start of the step
    const float* hazard;              ///< h0 by [sex][age] [1/year]
    const float* mean_ratio;          ///< M by [sex][five-year band]
    const float* residual;            ///< D by decile
    const float* ratio = nullptr;     ///< by programmes, by row
    const float* recovery;            ///< k by [sex][age] [1/year]
    const float* recovery_ratio = nullptr;  ///< by programmes, by row
};
/// Keeps those candidates who fall ill if they are here for the whole year; returns how many.
std::size_t keep_onsets(const OnsetColumns& columns, std::uint32_t* candidates, std::size_t count);

}  // namespace spires
