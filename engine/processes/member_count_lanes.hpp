#pragma once
// What a home means for its members, and the members and homes that are counted, many at a time.

#include "population/columns.hpp"
#include "processes/household_sums.hpp"

namespace spires {

struct MemberStateColumns {
    const PersonColumns& people;
    const std::int32_t* age;
    const HomeState* of_home;          ///< by slot
    std::uint8_t not_here = 0;         ///< bits of `presence` of those whom nobody counts
    Circumstances* circumstances;      ///< out: those of the home; habits stay
    std::uint8_t* marks;               ///< out: by which the person is counted, none of who is not here
};
/// Gives everybody the circumstances of their home, and marks by what they are counted.
void share_homes(const MemberStateColumns& columns, std::size_t rows);

/// Quantities of the household economy side by side, one vector of eight.
inline constexpr std::size_t home_quantities = 8;

struct MemberCountColumns {
    const std::uint8_t* marks;
    const std::uint32_t* household;
    const std::int64_t* income_each;   ///< by slot, fixed point
    const std::int32_t* key;           ///< of the tally sheet
    std::int64_t* counts;              ///< of key 0
    std::size_t stride = 0;            ///< from key to key
};
/// Adds everybody to the counts of their key.
void count_members(const MemberCountColumns& columns, std::size_t rows);

}  // namespace spires
