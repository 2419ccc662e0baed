#pragma once
// Who falls ill, recovers or comes with a condition, of those whose draw is low enough for the highest risk there is.

#include "calibration/risk_columns.hpp"
#include "processes/strata.hpp"

#include <cstddef>
#include <cstdint>

namespace spires {

struct CandidateColumns {
    const std::uint32_t* words;
    const std::int32_t* sex_age;
    const std::int32_t* highest;      ///< [sex][age]: the last half word (`last_half_word`) with which anybody could
    const ConditionSet* conditions;   ///< at the start of the step
    std::uint32_t bit = 0;            ///< of the condition
    bool ill = false;                 ///< whether those who have it are looked for, or the others
};
/// Writes the rows into `candidates` (room for all rows); returns how many.
std::size_t find_candidates(const CandidateColumns& columns, std::size_t rows, std::uint32_t* candidates);

/// Half of the last word that falls under a chance: what a word is compared with where the chance is known beforehand.
[[nodiscard]] inline std::int32_t last_half_word(double chance) noexcept {
    if (chance >= 1.0) return 0x7fffffff;
    return static_cast<std::int32_t>((chance > 0.0 ? chance : 0.0) * 0x1p31) - 1;
}

struct OnsetColumns {
    const std::uint32_t* words = nullptr;  ///< by row: of newcomers; for onset and recovery the candidates bring theirs
    const Strata& strata;
    const RiskColumns& risks;
    const RiskTables& tables;         ///< ratios of the condition
    const ConditionSet* conditions;   ///< at the start of the step
    const float* hazard;              ///< h0 / M by [sex][age] [1/year]
    const float* residual;            ///< D by decile
    const float* ratio = nullptr;     ///< by programmes, by row
    const float* recovery = nullptr;  ///< k by [sex][age] [1/year]
    const float* recovery_ratio = nullptr;  ///< by programmes, by row
    const float* time = nullptr;      ///< share of the step that people are here, by row
};
/// Rows that a change is possible for, each with its word.
struct Candidates {
    Scratch<std::uint32_t> rows, words;
    std::size_t count = 0;

    void add(std::size_t row, std::uint32_t word) noexcept {
        rows[count] = static_cast<std::uint32_t>(row);
        words[count++] = word;
    }
};
/// Keeps the rows of those candidates who fall ill in their part of the year.
void keep_onsets(const OnsetColumns& columns, Candidates& candidates);
/// Keeps the rows of those candidates who recover in it: all from an age on, who have outgrown it.
void keep_recoveries(const OnsetColumns& columns, int outgrown_at, Candidates& candidates);
/// Keeps those candidates who have the condition when they come: `hazard` is its prevalence by [sex][age] over M, at most 95 in a hundred.
std::size_t keep_prevalent(const OnsetColumns& columns, std::uint32_t* candidates, std::size_t count);

}  // namespace spires
