#pragma once
// Who lives in each household and what they bring: sums over members, in whole numbers, so that their order does not matter.

#include "core/column.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace spires {

/// Pounds a week are summed in 1/64.
inline constexpr float pound_unit = 64.0F;

/// What members bring.
enum class Income : std::uint8_t { pay, pensions, maintenance, added };
inline constexpr std::size_t incomes = 4;

/// Members as the rules count them, four counts of up to 255 to a word; more live in establishments only, which have no budget.
enum class Member : std::uint8_t { person, adult, under_14, under_16, dependant, retired, student, idle, worker, partner };

/// The sums of one household.
struct HouseholdSums {
    std::array<std::int32_t, incomes> income{};  ///< net of tax, 1/64 pound a week; `added` by programmes
    std::array<std::uint32_t, 3> members{};
    std::uint32_t reference = 0;                 ///< row of the reference person and one more; 0 of nobody, so that a home begins as zeros

    [[nodiscard]] constexpr std::uint32_t count(Member which) const noexcept {
        const auto at = static_cast<std::uint32_t>(which);
        return (members[at / 4] >> (at % 4 * 8)) & 255U;
    }
    constexpr void add(Member which, std::uint32_t more = 1) noexcept {
        const auto at = static_cast<std::uint32_t>(which);
        members[at / 4] += more << (at % 4 * 8);
    }
    [[nodiscard]] constexpr std::int32_t& of(Income which) noexcept { return income[static_cast<std::size_t>(which)]; }
};
static_assert(sizeof(HouseholdSums) == 32, "kernels read it as eight words");

/// What somebody is counted by in the household economy: bits. Those of a home hold for all its members.
namespace mark {
inline constexpr std::int32_t member = 1;      ///< of a private household
inline constexpr std::int32_t child = 2;       ///< 0-15
inline constexpr std::int32_t head = 4;        ///< the reference person, at whom the household counts
inline constexpr std::int32_t poor = 8, fuel_poor = 16;
inline constexpr std::int32_t temporary = 32;  ///< in temporary accommodation at mid-year
inline constexpr std::int32_t family = 64;     ///< with dependent children
}  // namespace mark

/// What members live in, by slot: circumstances, and the marks of the home above them.
using HomeState = std::int32_t;
inline constexpr int marks_above = 8;

/// A household's week, by slot: after taxes and benefits.
struct HouseholdWeeks {
    Column<HouseholdSums> sums;
    Column<float> efficiency, homelessness;      ///< ratios by programmes; empty when nothing moves them
    Column<float> income;                        ///< before housing, pounds
    Column<std::uint8_t> persons, dependants;    ///< of the sums, in columns of their own
    Column<float> income_each;                   ///< of each member, thousand pounds a year; 0 in homes that are not private
    Column<float> after_housing;                 ///< made equal for size and ages
    Column<float> after_fuel;                    ///< the same after the fuel a warm home needs
    Column<std::uint8_t> low_efficiency;         ///< 1 where the home is of band D or worse
};

}  // namespace spires
