#pragma once
// Expected use of all services by each person of a block, several services at a time.

#include "calibration/condition_products.hpp"
#include "processes/strata.hpp"

namespace spires {

inline constexpr std::size_t most_services = 16;
using ByService = ConditionProducts<most_services>::Row;

struct ServiceColumns {
    const Strata& strata;
    const PersonColumns& people;
    const ConditionSet* conditions_before;          ///< at the start of the step
    const float* chance_of_death;                   ///< in the step
    const Column<ByService>& rates;                 ///< [sex][age][decile] [1/year]
    const ConditionProducts<most_services>& conditions;  ///< ratios
    const ByService& last_year_of_life;
    const std::int32_t* flags = nullptr;                 ///< exposure flags of each row
    const Column<ByService>& circumstances;         ///< factors by set of exposure flags
    const float* levers = nullptr;                       ///< [row][most_services] ratios by programmes
    std::size_t slots = 0;                               ///< services, in whole vectors of eight
    CountColumns<std::int64_t> counts;                                 ///< of the first service
};
void expect_use(const ServiceColumns& columns, std::size_t rows);

}  // namespace spires
