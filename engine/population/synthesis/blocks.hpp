#pragma once
// From drafts of places to blocks of whole households.

#include "population/population.hpp"
#include "population/synthesis/draft.hpp"

namespace spires {

/// Ids of households at the base: their ordinal with bit 62 set.
[[nodiscard]] constexpr std::uint64_t base_household_id(std::uint64_t ordinal) noexcept { return ordinal | (1ULL << 62U); }

/// Numbers households and people in order of place and deals whole households out to blocks of about
/// `block_people`, in an order that depends on the seed and not on the place.
[[nodiscard]] Population fill_blocks(const std::vector<PlaceDraft>& drafts, std::uint64_t seed, int base_year);

}  // namespace spires
