#pragma once
// The few rows of a block that something concerns, found many at a time.

#include "core/random.hpp"
#include "population/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace spires {

/// What nobody's chance exceeds, by sex and age: whose word is higher need not be looked at.
class HighestChances {
public:
    HighestChances() : last_half_(sexes * ages, -1) {}
    /// Raises the highest chance of a sex and age to at least this.
    void raise(Sex sex, std::size_t age, double chance) {
        const auto with_grain = static_cast<float>(chance * (1.0 + 1e-6) + (chance > 0 ? 1e-9 : 0.0));
        const std::int32_t to = with_grain >= 1.0F ? 0x7fffffff : with_grain > 0 ? static_cast<std::int32_t>(with_grain * 0x1p31F) : -1;
        auto& last = last_half_[static_cast<std::size_t>(sex) * ages + age];
        last = last < to ? to : last;
        last_of_all_ = last_of_all_ < last ? last : last_of_all_;
    }
    /// The last half words with which anybody could be concerned: of a sex and age, and of all.
    [[nodiscard]] const std::int32_t* last_half_words() const noexcept { return last_half_.data(); }
    [[nodiscard]] std::int32_t last_half_word() const noexcept { return last_of_all_; }

private:
    Column<std::int32_t> last_half_;  ///< [sex][age], -1 where nobody is concerned
    std::int32_t last_of_all_ = -1;
};

/// Roles in a household as bits.
using Roles = std::int32_t;
template <class... Each>
[[nodiscard]] constexpr Roles roles_of(Each... roles) noexcept { return (0 | ... | (1 << static_cast<int>(roles))); }

/// Rows whose word falls under the highest chance of their sex and age in `year`. Whoever is left out would not be
/// concerned; whoever is in is to be asked exactly. Valid until the next call on this thread, like the lists below.
[[nodiscard]] std::span<const std::uint32_t> find_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest);
/// The same of people of some roles, but for those who leave, arrive, die or part in the step.
[[nodiscard]] std::span<const std::uint32_t> find_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest, Roles roles);
/// The same by a draw that is made on the way: the first words of a purpose, for who is asked for nothing else.
[[nodiscard]] std::span<const std::uint32_t> find_candidates(const PersonColumns& people, const RandomKey& key, int year, Purpose purpose, const HighestChances& highest, Roles roles);
/// Whom something may concern: role and age decide.
class RolesAndAges {
public:
    RolesAndAges() : concerns_(role_names.size() * ages, 0) {}
    void add(Role role, int from, int to = oldest_age) {
        for (int age = from; age <= to; ++age) concerns_[static_cast<std::size_t>(role) * ages + age_row(age)] = 1;
    }
    [[nodiscard]] const std::int32_t* data() const noexcept { return concerns_.data(); }

private:
    Column<std::int32_t> concerns_;  ///< [role][age]
};
/// Rows of people of these roles and ages in `year`, but for those who leave, arrive, die or part in the step.
[[nodiscard]] std::span<const std::uint32_t> find_of_roles_and_ages(const PersonColumns& people, int year, const RolesAndAges& whom);
/// Ages from the first to the last, completed years.
struct AgeRange {
    int from = 0, to = 0;
};
/// Rows of people of these ages in `year`.
[[nodiscard]] std::span<const std::uint32_t> find_of_ages(const PersonColumns& people, int year, AgeRange range);
/// Rows of people of these ages in `year` who live where `place_fits` (by place) is not 0 and whose first word of a purpose
/// falls under a chance, or comes as near to it as 2⁻³¹: to be asked exactly.
[[nodiscard]] std::span<const std::uint32_t> find_lucky(const PersonColumns& people, const RandomKey& key, int year, std::uint32_t purpose, double chance,
                                                        AgeRange range, const Column<std::int32_t>& place_fits);
/// Rows where a column has any of these bits.
[[nodiscard]] std::span<const std::uint32_t> find_bits(std::span<const std::uint8_t> column, std::uint8_t bits);
/// Rows of people with a role.
[[nodiscard]] std::span<const std::uint32_t> find_role(const PersonColumns& people, Role role);
/// Rows of the members of households that are marked, by slot, with anything but 0.
[[nodiscard]] std::span<const std::uint32_t> find_members(const PersonColumns& people, const Column<std::int32_t>& marked);
/// Replaces each number by the new one that stands at its place.
void renumber(Column<std::uint32_t>& numbers, const Column<std::uint32_t>& new_number);

}  // namespace spires
