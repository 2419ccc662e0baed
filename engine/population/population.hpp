#pragma once
// The people of the city, in blocks of whole households.

#include "population/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace spires {

/// One person taking part in one programme.
struct Participation {
    std::uint32_t row = 0;           ///< person, row in the block
    std::uint16_t intervention = 0;  ///< index into the scenario's interventions
    std::int16_t joined = 0;         ///< year of joining
};

/// One person to whom one programme has been offered in one world (once each unless repeated).
struct Offer {
    std::uint32_t row = 0;
    std::uint16_t intervention = 0;
    std::uint16_t world = 0;
};

/// The unit of work: whole households of about `block_people` people, never a function of threads.
struct Block {
    PersonColumns people;
    HouseholdColumns households;
    std::vector<Participation> participations;
    std::vector<Offer> offers;
};

inline constexpr std::size_t block_people = 16384;

struct Population {
    std::vector<Block> blocks;
    std::uint64_t seed = 0;  ///< of the synthesis: what lasts a life is drawn from it

    [[nodiscard]] std::size_t people() const noexcept {
        std::size_t total = 0;
        for (const auto& block : blocks) total += block.people.size();
        return total;
    }
    [[nodiscard]] std::size_t private_households() const noexcept {
        std::size_t total = 0;
        for (const auto& block : blocks)
            for (const auto kind : block.households.kind) total += kind == HouseholdKind::private_household;
        return total;
    }
};

/// Ids in documented bit fields, collision-free and independent of the stock of people:
///   bits 0-39   root: the person's (or first foremother's) ordinal at the base (bit 39 = 0), or an
///               arrival: bit 39 = 1, bits 32-38 years since the base, bits 0-31 ordinal in that year
///   bits 40-46, 47-53, 54-60  the year of birth since the base, plus one, of the first, second and
///               third generation born in the model (0: not born in the model)
///   bits 61-63  zero
/// A mother bears at most one child a step, so (mother, year) names a newborn.
[[nodiscard]] constexpr std::uint64_t base_id(std::uint64_t ordinal) noexcept { return ordinal; }
[[nodiscard]] constexpr std::uint64_t arrival_id(int years_since_base, std::uint32_t ordinal) noexcept {
    return (1ULL << 39U) | (static_cast<std::uint64_t>(years_since_base) << 32U) | ordinal;
}
[[nodiscard]] constexpr std::uint64_t newborn_id(std::uint64_t mother, int years_since_base) noexcept {
    const auto code = static_cast<std::uint64_t>(years_since_base + 1);
    for (unsigned shift = 40; shift <= 54; shift += 7)
        if (((mother >> shift) & 0x7fULL) == 0) return mother | (code << shift);
    return ~0ULL;  // a fourth generation: beyond any horizon the program accepts
}

}  // namespace spires
