#pragma once
// The few rows of a block that something concerns, found many at a time.

#include "population/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace spires {

/// What nobody's chance exceeds, by sex and age: whose word is higher need not be looked at.
class HighestChances {
public:
    HighestChances() : chance_(sexes * ages, 0.0F) {}
    /// Raises the highest chance of a sex and age to at least this.
    void raise(Sex sex, std::size_t age, double chance) {
        float& highest = chance_[static_cast<std::size_t>(sex) * ages + age];
        const auto with_grain = static_cast<float>(chance * (1.0 + 1e-6) + (chance > 0 ? 1e-9 : 0.0));
        highest = highest < with_grain ? with_grain : highest;
    }
    [[nodiscard]] const float* data() const noexcept { return chance_.data(); }

private:
    Column<float> chance_;  ///< [sex][age]
};

/// Rows whose word falls under the highest chance of their sex and age in `year`. Whoever is left out would not be
/// concerned; whoever is in is to be asked exactly. Valid until the next call on this thread, like the lists below.
[[nodiscard]] std::span<const std::uint32_t> find_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest);
/// Ages from the first to the last, completed years.
struct AgeRange {
    int from = 0, to = 0;
};
/// Rows of people of these ages in `year`.
[[nodiscard]] std::span<const std::uint32_t> find_of_ages(const PersonColumns& people, int year, AgeRange range);
/// Rows of people of these ages in `year` who live where `place_fits` (by place) is not 0.
[[nodiscard]] std::span<const std::uint32_t> find_of_ages_and_places(const PersonColumns& people, int year, AgeRange range, const Column<std::int32_t>& place_fits);
/// Rows where a column has any of these bits.
[[nodiscard]] std::span<const std::uint32_t> find_bits(std::span<const std::uint8_t> column, std::uint8_t bits);
/// Rows of people with a role.
[[nodiscard]] std::span<const std::uint32_t> find_role(const PersonColumns& people, Role role);
/// Rows of the members of households that are marked, by slot, with anything but 0.
[[nodiscard]] std::span<const std::uint32_t> find_members(const PersonColumns& people, const Column<std::int32_t>& marked);
/// Replaces each number by the new one that stands at its place.
void renumber(Column<std::uint32_t>& numbers, const Column<std::uint32_t>& new_number);

}  // namespace spires
