#pragma once
// Where each person of a block reads in the tables of the step: worked out once for all processes.

#include "core/scratch.hpp"
#include "inputs/places.hpp"
#include "population/population.hpp"
#include "tallies/tallies.hpp"

#include <cstdint>

namespace spires {

/// Columns of indexes, one entry a row. Tables by [sex][age] have `ages` entries a sex, those by
/// [sex][age][decile] ten for each of them; "next" is a year older, as at the end of the step.
struct Strata {
    std::size_t rows = 0;
    Scratch<std::int32_t> age;          ///< completed years at the start of the step, not bounded
    Scratch<std::int32_t> sex_age, sex_age_next;
    Scratch<std::int32_t> decile;
    Scratch<std::int32_t> sex_band;     ///< [sex][five-year band] at the start
    Scratch<std::int32_t> tally, tally_next;   ///< key of the tally sheet

    /// From row `first` on: those before stay as they were classified.
    void classify(const PersonColumns& people, int year, const Places& places, std::size_t first = 0);
    [[nodiscard]] std::int32_t sex_age_decile(std::size_t row) const noexcept { return sex_age[row] * static_cast<std::int32_t>(deciles) + decile[row]; }
};

}  // namespace spires
