#include "population/compaction.hpp"

#include "population/close_ranks.hpp"
#include "population/households.hpp"
#include "population/orphans.hpp"

#include <algorithm>
#include <vector>

namespace spires {

namespace {

/// The better of two people to head a household: the partner, else the older, else the lower id.
bool comes_first(const PersonColumns& people, std::size_t a, std::size_t b) {
    if ((people.role[a] == Role::partner) != (people.role[b] == Role::partner)) return people.role[a] == Role::partner;
    if (people.birth_year[a] != people.birth_year[b]) return people.birth_year[a] < people.birth_year[b];
    return people.id[a] < people.id[b];
}

/// Marks by slot the private households that nobody heads; returns whether there is one.
bool find_headless(const Block& block, Column<std::uint8_t>& headless) {
    thread_local Column<std::uint32_t> census;  // members, and in the upper half those who head; establishments need no head
    constexpr std::uint32_t head = 1U << 16U;
    const auto& people = block.people;
    census.assign(block.households.size(), 0);
    for (std::size_t row = 0; row < people.size(); ++row)
        census[people.household[row]] += 1U + ((people.role[row] == Role::reference) | (people.role[row] == Role::resident) ? head : 0U);
    headless.assign(census.size(), 0);
    bool any = false;
    for (std::size_t slot = 0; slot < census.size(); ++slot)
        if (census[slot] - 1U < head - 1U) headless[slot] = 1, any = true;  // members, and no head
    return any;
}

/// Gives households without a reference person their next; returns whether some have nobody from 16 on.
bool promote_references(Block& block, int year) {
    thread_local Column<std::uint8_t> headless;
    thread_local std::vector<std::uint32_t> members, head;
    auto& people = block.people;
    if (!find_headless(block, headless)) return false;
    members.clear();
    for (std::size_t row = 0; row < people.size(); ++row)
        if (headless[people.household[row]] != 0) members.push_back(static_cast<std::uint32_t>(row));
    head.assign(block.households.size(), nobody);
    for (const auto row : members) {
        auto& first = head[people.household[row]];
        if (people.age(row, year) >= adult_age && (first == nobody || comes_first(people, row, first))) first = row;
    }
    bool orphans = false;
    for (const auto row : members) {
        const std::uint32_t first = head[people.household[row]];
        if (!is_private(block, people.household[row])) continue;
        if (first == row) people.role[row] = Role::reference;
        if (first == nobody) orphans = true;
    }
    return orphans;
}

}  // namespace

void Compaction::advance(BranchedBlock& branches, const Moment& now) const {
    bool orphans = false;
    for (std::size_t b = 0; b < branches.size(); ++b) {
        Block& block = branches[b].block;
        remove_people(block, gone);
        std::ranges::fill(block.people.presence, std::uint8_t{0});
        if (promote_references(block, now.year + 1)) orphans = true;
    }
    if (orphans) take_in_orphans(places_, branches, now);
    for (std::size_t b = 0; b < branches.size(); ++b) close_households(branches[b].block);
    branches.drop_empty();
}

}  // namespace spires
