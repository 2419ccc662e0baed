#pragma once
// Who could fall ill or recover in a step: those whose draw is low enough for the highest risk there is.

#include "population/columns.hpp"

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

}  // namespace spires
