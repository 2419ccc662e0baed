#pragma once
// The home a person finds who leaves another household of the city.

#include "population/households.hpp"
#include "processes/destinations.hpp"

namespace spires {

/// Opens a private household for `founder` near the present home and moves the founder in: private rent
/// for seven in ten, social rent for the rest. (Shares assumed after the English Housing Survey's
/// recently formed households.) Returns its slot.
inline std::uint32_t found_household(Step& step, const Destinations& destinations, std::size_t founder) {
    auto& people = step.block.people;
    const Words luck = draw(step.key, people.id[founder], step.year, Purpose::founding);
    const Tenure tenure = happens(luck[2], 0.7) ? Tenure::private_rent : Tenure::social_rent;
    const auto place = destinations.place(people.place[founder], tenure, luck[0], luck[1]);
    const auto home = open_household(step.block.households, founded_household_id(people.id[founder], step.year - step.base_year),
                                     HouseholdKind::private_household, place, tenure);
    join_household(step.block, founder, home, Role::reference);
    return home;
}

}  // namespace spires
