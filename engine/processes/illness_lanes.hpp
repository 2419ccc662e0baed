#pragma once
// Years lived with disability, many people at a time.

#include "calibration/condition_products.hpp"

namespace spires {

struct DisabilityColumns {
    const ConditionProducts<1>& without;   ///< Π (1 − weight)
    const ConditionSet* conditions;
    const float* years_lived;
    float* years;                          ///< out: with disability, of those who are ill, in their order
};
/// Writes the rows of people with any condition into `ill` (room for all rows); returns how many.
std::size_t expect_disability(const DisabilityColumns& columns, std::size_t rows, std::uint32_t* ill);

}  // namespace spires
