#pragma once
// Members added to the sums of their households, a whole household's words at a time.

#include "population/columns.hpp"
#include "processes/household_sums.hpp"

namespace spires {

/// How somebody of a kind counts, as the words of `HouseholdSums`.
struct MemberKind {
    alignas(32) std::array<std::int32_t, 8> members{};    ///< added
    alignas(32) std::array<std::int32_t, 8> of_income{};  ///< all bits where their income counts, none elsewhere
};

struct MemberColumns {
    const PersonColumns& people;
    const std::uint8_t* kind;
    const std::int32_t* income;
    const MemberKind* kinds;     ///< by kind
    std::uint8_t gone = 0;       ///< bits of `presence` of those who head no home any more
    HouseholdSums* sums;         ///< by slot
};
void sum_members(const MemberColumns& columns, std::size_t rows);

}  // namespace spires
