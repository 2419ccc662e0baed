#pragma once
// The home a person finds who leaves another household of the city.

#include "population/households.hpp"
#include "processes/destinations.hpp"
#include "processes/encounter.hpp"

namespace spires {

/// Opens a private household for `founder` near the present home, in a tenure of the founder's age, and
/// moves the founder in. Returns its slot.
inline std::uint32_t found_household(Block& block, const Moment& now, const Destinations& destinations, std::size_t founder) {
    auto& people = block.people;
    const Words luck = now.luck(people.id[founder], Purpose::founding);
    const Tenure tenure = destinations.tenure_formed(people.age(founder, now.year), luck[2]);
    const auto place = destinations.place(people.place[founder], tenure, luck[0], luck[1]);
    const auto home = open_household(block.households, founded_household_id(people.id[founder], now.years_since_base()),
                                     HouseholdKind::private_household, place, tenure);
    join_household(block, founder, home, Role::reference);
    return home;
}

}  // namespace spires
