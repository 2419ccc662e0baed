#pragma once
// Years lived with disability, many people at a time.

#include "calibration/condition_products.hpp"

namespace spires {

struct DisabilityColumns {
    const ConditionProducts<1>& without;   ///< Π (1 − weight)
    const ConditionSet* conditions;
    const float* years_lived;
    float* years;                          ///< out: with disability, by row
};
void expect_disability(const DisabilityColumns& columns, std::size_t rows);

}  // namespace spires
