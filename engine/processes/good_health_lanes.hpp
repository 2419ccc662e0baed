#pragma once
// Expected years in good health of a block's people, many at a time.

#include "calibration/condition_products.hpp"
#include "processes/strata.hpp"

namespace spires {

/// Odds ratios and tables of good health as floats.
struct GoodHealthTable {
    std::vector<float> level;            ///< [sex][age][decile]: odds of the stratum
    std::vector<float> personal;         ///< by the upper 12 bits of the score
    ConditionProducts<1> conditions;
    float lonely = 1, smoking = 1, inactive = 1, obese = 1, unemployed = 1;
};

struct GoodHealthColumns {
    const GoodHealthTable& table;
    const Strata& strata;
    const PersonColumns& people;
    const ConditionSet* conditions_before;  ///< at the start of the step
    const float* years_lived;            ///< of the step
    const float* ratio = nullptr;        ///< of the odds, by programmes
    float *years, *late;                 ///< in good health in the step; the part of them a year older
};
void expect_good_health(const GoodHealthColumns& columns, std::size_t rows);

}  // namespace spires
