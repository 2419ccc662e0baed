#pragma once
// What each person brings home in a week, many at a time.

#include "population/columns.hpp"
#include "processes/strata.hpp"

namespace spires {

/// Taxes on pay in 2022/23, pounds a week.
struct PayTaxes {
    float allowance = 0, basic = 0, higher_from = 0, higher = 0, insurance_from = 0, insurance = 0, insurance_upper = 0;
};

/// How the rules see somebody: [age under 14, 16, 19, above][status][child of the household][partner], and one class for who is gone.
inline constexpr std::size_t kinds_of_member = 4 * 6 * 2 * 2 + 1;

struct EarningColumns {
    const PersonColumns& people;
    const Strata& strata;
    const std::uint32_t *pay_word, *pension_word;  ///< lasting ranks
    const float* pay;                              ///< [sex][age][qualification] median gross
    const float *pay_rank, *pension_rank;          ///< factor at each 1/4096 of the ranks
    const float* other_income;                     ///< [status][decile]
    PayTaxes taxes;
    float state_pension = 0;                       ///< of who is retired
    std::uint8_t gone = 0;                         ///< bits of `presence`
    std::uint8_t* kind;                            ///< out: class of member
    std::int32_t* income;                          ///< out: own income net of tax, 1/64 pound
};
void earn(const EarningColumns& columns, std::size_t rows);

}  // namespace spires
