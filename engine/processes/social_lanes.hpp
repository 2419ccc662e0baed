#pragma once
// Drinking and life satisfaction, many people at a time.

#include "population/columns.hpp"
#include "processes/strata.hpp"

#include <span>

namespace spires {

struct DrinkingColumns {
    const std::uint32_t* rank;             ///< lasting word of each person
    const Strata& strata;
    const float* share;                    ///< [sex][age][decile], none before 16
    const float* odds_ratio = nullptr;     ///< by programmes, by row
    Circumstances* circumstances;
};
/// Sets who drinks at harm; writes their rows into `drinkers` (room for all rows) and returns how many.
std::size_t drink(const DrinkingColumns& columns, std::size_t rows, std::uint32_t* drinkers);

/// Points that an exposure or condition adds.
struct Points {
    std::int32_t bit = 0;
    float points = 0;
};
struct WellbeingColumns {
    const Strata& strata;
    const float* level;                    ///< [sex][age][decile], less what the effects come to in the base
    const std::int32_t* flags;             ///< exposure flags of each row
    const ConditionSet* conditions;
    std::span<const Points> of_flags, of_conditions;
    const float* added = nullptr;          ///< by programmes, by row
    const std::uint8_t* presence;
    std::uint8_t not_asked = 0;            ///< bits of `presence` of those who are not
    const float* say;                      ///< [sex][age][decile] share with a say
    const float* say_ratio = nullptr;      ///< of its odds by programmes, by row
    float *points, *has_say;               ///< out: of those asked, 16 and over; 0 of others
};
void answer(const WellbeingColumns& columns, std::size_t rows);

}  // namespace spires
