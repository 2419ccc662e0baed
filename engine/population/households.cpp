#include "population/households.hpp"

#include "population/row_lanes.hpp"

#include <vector>

namespace spires {

namespace {

void add_member(Composition& household, const PersonColumns& people, std::size_t row, int year) {
    if (is_gone(people.presence[row])) return;
    const Role role = people.role[row];
    if (role == Role::reference)
        household.reference = static_cast<std::uint32_t>(row);
    else if (role == Role::partner)
        household.partner = static_cast<std::uint32_t>(row);
    else if (is_dependant(people.age(row, year), role))
        ++household.dependants;
    else if (role == Role::other)
        ++household.others;
}

thread_local std::vector<Composition> composed;

}  // namespace

std::span<const Composition> compose_households(const Block& block, int year) {
    composed.assign(block.households.size(), {});
    for (std::size_t row = 0; row < block.people.size(); ++row) add_member(composed[block.people.household[row]], block.people, row, year);
    return composed;
}

std::span<const Composition> compose_households(const Block& block, int year, const Column<std::int32_t>& marked) {
    composed.assign(block.households.size(), {});
    for (const std::uint32_t row : find_members(block.people, marked)) add_member(composed[block.people.household[row]], block.people, row, year);
    return composed;
}

void FewHomes::compose(const Block& block, int year) {
    homes_.assign(slots_.size(), {});
    if (slots_.empty()) return;
    for (const std::uint32_t row : find_members(block.people, number_)) add_member((*this)[block.people.household[row]], block.people, row, year);
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
