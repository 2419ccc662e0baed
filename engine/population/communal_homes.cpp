#include "population/communal_homes.hpp"

#include <algorithm>

namespace spires {

std::uint32_t CommunalHomes::of(HouseholdColumns& households, std::uint16_t place, std::size_t block_index) {
    if (slots_.empty())
        for (std::size_t slot = 0; slot < households.size(); ++slot)
            if (households.kind[slot] == kind_) slots_.push_back(static_cast<std::uint32_t>(slot));
    const auto found = std::ranges::find_if(slots_, [&](std::uint32_t slot) { return households.place[slot] == place; });
    if (found != slots_.end()) return *found;
    slots_.push_back(open_household(households, communal_household_id(place, kind_, block_index), kind_, place, Tenure::rent_free));
    return slots_.back();
}

}  // namespace spires
