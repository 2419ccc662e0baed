#pragma once
// Who changes the habit of smoking in a step, many people at a time.

#include "population/categories.hpp"

#include <cstddef>
#include <cstdint>

namespace spires {

struct SmokingColumns {
    const std::uint32_t* words;
    const std::int32_t* age;
    const std::int32_t* sex_age;
    const std::int32_t* decile;
    const float* hazard;                 ///< [sex][age][decile][Smoking]: of taking it up, quitting, relapsing [1/year]
    const float* initiation_ratio = nullptr;
    const float* quitting_ratio = nullptr;
    const Smoking* smoking;
    std::uint8_t* years_since_quitting;  ///< one more for ex-smokers who stay so
};
/// Writes the rows of those who change into `changing` (room for all rows); returns how many.
std::size_t find_changes(const SmokingColumns& columns, std::size_t rows, std::uint32_t* changing);

}  // namespace spires
