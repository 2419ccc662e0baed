#include "population/compaction.hpp"

#include "population/close_ranks.hpp"
#include "population/households.hpp"
#include "population/orphans.hpp"
#include "population/row_lanes.hpp"

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

/// Gives households without a reference person their next; adds the rows of those that have nobody from 16 on.
void promote_references(Block& block, std::uint32_t branch, int year, const Column<std::int32_t>& headless, std::vector<Orphan>& orphans) {
    thread_local Column<std::uint32_t> head;
    auto& people = block.people;
    const auto members = find_members(people, headless);
    head.resize(block.households.size());
    for (const auto row : members) head[people.household[row]] = nobody;
    for (const auto row : members) {
        auto& first = head[people.household[row]];
        if (people.age(row, year) >= adult_age && (first == nobody || comes_first(people, row, first))) first = row;
    }
    for (const auto row : members) {
        const std::uint32_t first = head[people.household[row]];
        if (!is_private(block, people.household[row])) continue;
        if (first == row) people.role[row] = Role::reference;
        if (first == nobody) orphans.push_back({branch, row});
    }
}

}  // namespace

void Compaction::advance(BranchedBlock& branches, const Moment& now) const {
    thread_local Column<std::int32_t> headless;
    thread_local std::vector<Orphan> orphans;
    orphans.clear();
    for (std::size_t b = 0; b < branches.size(); ++b) {
        Block& block = branches[b].block;
        remove_people(block, gone);
        std::ranges::fill(block.people.presence, std::uint8_t{0});
        if (count_members(block, headless)) promote_references(block, static_cast<std::uint32_t>(b), now.year + 1, headless, orphans);
    }
    if (!orphans.empty()) take_in_orphans(places_, branches, now, orphans);
    for (std::size_t b = 0; b < branches.size(); ++b) drop_empty_households(branches[b].block);
    branches.drop_empty();
}

}  // namespace spires
