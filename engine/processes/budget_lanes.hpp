#pragma once
// The week of every household of a block, many at a time: benefits, housing and fuel.

#include "population/columns.hpp"
#include "processes/household_sums.hpp"

#include <array>

namespace spires {

/// Rules of benefits in 2022/23, pounds a week; shares are of those entitled who claim.
struct BudgetRules {
    float single = 0, couple = 0, child = 0, most_children = 0, no_work = 0, work_allowance_rent = 0, work_allowance = 0, taper = 0;
    float take_up_rent = 0, take_up = 0, no_work_share = 0;
    float pension_credit_single = 0, pension_credit_couple = 0, pension_credit_take_up = 0;
    float child_benefit_first = 0, child_benefit_next = 0;
    float first_adult = 0, next_person = 0, next_child = 0;   ///< of the scale that makes sizes equal
    float income_factor = 1;                                  ///< what a scenario assumes of all incomes
    float fuel_ratio = 1;                                     ///< of a home of band D or worse
    std::array<float, 3> rent_allowance{};                    ///< for no child, one child, more
    std::array<float, 4> size_of_home{};                      ///< of up to 1, 2, 3 persons and more, on the table's rent
    Column<float> housing;                                    ///< [tenure][decile]
    Column<float> low_efficiency;                             ///< [tenure] share of band D or worse
    Column<float> fuel;                                       ///< [accommodation]
    Column<std::int32_t> rented;                              ///< [tenure] 1 where rent is paid
};

struct BudgetColumns {
    const BudgetRules& rules;
    const HouseholdColumns& households;
    const std::int32_t* decile_of_place;
    const std::uint32_t* words[3];                            ///< of the home: claiming, too ill to work, efficiency
    HouseholdWeeks& weeks;                                    ///< sums in, the rest out
};
void balance_weeks(const BudgetColumns& columns, std::size_t households);

}  // namespace spires
