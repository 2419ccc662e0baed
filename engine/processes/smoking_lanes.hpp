#pragma once
// Who changes the habit of smoking in a step, many people at a time.

#include "core/column.hpp"
#include "population/categories.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace spires {

struct SmokingColumns {
    const std::uint32_t* words;
    const std::int32_t* age;
    const std::int32_t* sex_age;
    const std::int32_t* decile;
    const float* hazard;                 ///< [sex][age][decile][Smoking]: of taking it up, quitting, relapsing [1/year]
    const std::int32_t* bounds;          ///< `bounds_of` these hazards: where no programme moves them
    const float* initiation_ratio = nullptr;
    const float* quitting_ratio = nullptr;
    const Smoking* smoking;
    std::uint8_t* years_since_quitting;  ///< one more for ex-smokers who stay so
};
/// The last half word with which a hazard makes somebody change.
[[nodiscard]] Column<std::int32_t> bounds_of(std::span<const float> hazards);
/// Writes the rows of those who change into `changing` (room for all rows); returns how many.
std::size_t find_changes(const SmokingColumns& columns, std::size_t rows, std::uint32_t* changing);

}  // namespace spires
