#include "population/households.hpp"

#include <vector>

namespace spires {

std::span<const Composition> compose_households(const Block& block, int year) {
    thread_local std::vector<Composition> households;
    households.assign(block.households.size(), {});
    const auto& people = block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const Role role = people.role[row];
        households[people.household[row]].add(static_cast<std::uint32_t>(row), role, is_dependant(people.age(row, year), role), !is_gone(people.presence[row]));
    }
    return households;
}

std::uint32_t open_household(HouseholdColumns& households, std::uint64_t id, HouseholdKind kind, std::uint16_t place, Tenure tenure) {
    const std::size_t slot = households.append();
    households.id[slot] = id;
    households.kind[slot] = kind;
    households.place[slot] = place;
    households.tenure[slot] = tenure;
    return static_cast<std::uint32_t>(slot);
}

}  // namespace spires
