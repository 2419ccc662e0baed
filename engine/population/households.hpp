#pragma once
// Who makes up each household of a block, and how a new one is founded.

#include "population/population.hpp"
#include "processes/process.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace spires {

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t no_household = std::numeric_limits<std::uint32_t>::max();

/// From this age on people can head a household; younger ones live with someone who is.
inline constexpr int adult_age = 16;
/// Children of the household below this age go where its reference person goes.
inline constexpr int follower_age = 18;
[[nodiscard]] constexpr bool is_dependant(int age, Role role) noexcept {
    return age < adult_age || (age < follower_age && role == Role::child);
}

/// Bits of `presence` of people who leave the city, died in the step or have parted to other branches.
inline constexpr std::uint8_t gone = leaving | dead | parted;
[[nodiscard]] constexpr bool is_gone(std::uint8_t presence) noexcept { return (presence & gone) != 0; }
/// Whether someone shares a home's means in the step: leavers do until they go.
[[nodiscard]] constexpr bool shares_means(std::uint8_t presence) noexcept { return (presence & (dead | parted)) == 0; }

[[nodiscard]] inline bool is_private(const Block& block, std::size_t household) noexcept {
    return block.households.kind[household] == HouseholdKind::private_household;
}

/// The make-up of one household, of people who neither leave nor died in the step.
struct Composition {
    std::uint32_t reference = nobody;  ///< row
    std::uint32_t partner = nobody;    ///< row
    std::uint16_t dependants = 0;      ///< under 16, and children under 18
    std::uint16_t others = 0;          ///< sharers and further relatives from 16 on
};

/// The make-up of every household of the block, by slot; valid until the next call on this thread.
[[nodiscard]] std::span<const Composition> compose_households(const Block& block, int year);
/// The same for the households that are marked, by slot, with anything but 0; the others are empty.
[[nodiscard]] std::span<const Composition> compose_households(const Block& block, int year, const Column<std::int32_t>& marked);

/// The make-up of a few households of a block: costs what they do, not what the block does.
class FewHomes {
public:
    void forget() {
        for (const auto slot : slots_) number_[slot] = 0;
        slots_.clear();
    }
    /// Asks for a household of a block. Asking twice is as good as once.
    void ask(const Block& block, std::uint32_t slot) {
        if (number_.size() < block.households.size()) number_.resize(block.households.size(), 0);
        if (number_[slot] != 0) return;
        slots_.push_back(slot);
        number_[slot] = static_cast<std::int32_t>(slots_.size());
    }
    void compose(const Block& block, int year);
    [[nodiscard]] bool has(std::uint32_t slot) const noexcept { return slot < number_.size() && number_[slot] != 0; }
    /// Of a household that has been asked for.
    [[nodiscard]] Composition& operator[](std::uint32_t slot) noexcept { return homes_[static_cast<std::size_t>(number_[slot]) - 1]; }

private:
    Column<std::int32_t> number_;       ///< by slot: 1 and up in the order they were asked for, else 0
    std::vector<std::uint32_t> slots_;  ///< asked for
    std::vector<Composition> homes_;
};

/// Household ids, collision-free for 46 years from the base:
///   bit 61 = 1: founded in the model. Bits 0-53 are those of the founder's id; bits 54-60 the year of
///   founding since the base, plus one. (Those bits of a person's id name a third generation born in
///   the model, nobody of which can be 16 within 47 years.) Nobody founds two households in a step.
///   bit 62 = 1: a communal establishment opened in the model: bits 0-15 place, 16-23 kind, 24-47 block.
[[nodiscard]] constexpr std::uint64_t founded_household_id(std::uint64_t founder, int years_since_base) noexcept {
    return (1ULL << 61U) | (static_cast<std::uint64_t>(years_since_base + 1) << 54U) | (founder & ((1ULL << 54U) - 1));
}
/// Whether a household was founded in that year since the base. Before births and separations, only arrivals have founded any.
[[nodiscard]] constexpr bool is_founded_in(std::uint64_t id, int years_since_base) noexcept {
    return (id >> 61U & 3U) == 1U && static_cast<int>(id >> 54U & 127U) == years_since_base + 1;
}
/// Whether a household was founded in that year since the base, by somebody who did not arrive in it.
[[nodiscard]] constexpr bool is_founded_by_resident(std::uint64_t id, int years_since_base) noexcept {
    const std::uint64_t founder = id & ((1ULL << 54U) - 1);
    const bool arrived_then = founder >> 32U == arrival_id(years_since_base, 0) >> 32U;
    return is_founded_in(id, years_since_base) && !arrived_then;
}
[[nodiscard]] constexpr std::uint64_t communal_household_id(std::uint16_t place, HouseholdKind kind, std::size_t block) noexcept {
    return (1ULL << 62U) | (std::uint64_t{block} << 24U) | (static_cast<std::uint64_t>(kind) << 16U) | place;
}

/// Appends a household; returns its slot.
std::uint32_t open_household(HouseholdColumns& households, std::uint64_t id, HouseholdKind kind, std::uint16_t place, Tenure tenure);

/// Puts a person into a household, with its place.
inline void join_household(Block& block, std::size_t row, std::uint32_t household, Role role) noexcept {
    block.people.household[row] = household;
    block.people.place[row] = block.households.place[household];
    block.people.role[row] = role;
}

}  // namespace spires
