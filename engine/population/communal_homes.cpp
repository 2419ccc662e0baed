#include "population/communal_homes.hpp"

#include <algorithm>
#include <cstring>

namespace spires {

/// By the library's search for a byte, because nearly all households are private.
void CommunalHomes::list(const HouseholdColumns& households) {
    static_assert(sizeof(HouseholdKind) == 1);
    const HouseholdKind* const kinds = households.kind.data();
    for (std::size_t slot = 0; slot < households.size(); ++slot) {
        const void* const found = std::memchr(kinds + slot, static_cast<int>(kind_), households.size() - slot);
        if (found == nullptr) return;
        slot = static_cast<std::size_t>(static_cast<const HouseholdKind*>(found) - kinds);
        slots_.push_back(static_cast<std::uint32_t>(slot));
    }
}

std::uint32_t CommunalHomes::of(HouseholdColumns& households, std::uint16_t place, std::size_t block_index) {
    if (slots_.empty()) list(households);
    const auto found = std::ranges::find_if(slots_, [&](std::uint32_t slot) { return households.place[slot] == place; });
    if (found != slots_.end()) return *found;
    slots_.push_back(open_household(households, communal_household_id(place, kind_, block_index), kind_, place, Tenure::rent_free));
    return slots_.back();
}

}  // namespace spires
