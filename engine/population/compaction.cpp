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

/// Gives households without a reference person their next; returns whether some have nobody from 16 on.
bool promote_references(Block& block, int year) {
    thread_local std::vector<std::uint32_t> head;
    auto& people = block.people;
    head.assign(block.households.size(), nobody);
    for (std::size_t row = 0; row < people.size(); ++row) {
        auto& first = head[people.household[row]];
        if (people.role[row] == Role::reference)
            first = static_cast<std::uint32_t>(row);
        else if (people.age(row, year) >= adult_age &&
                 (first == nobody || (people.role[first] != Role::reference && comes_first(people, row, first))))
            first = static_cast<std::uint32_t>(row);
    }
    for (std::size_t household = 0; household < head.size(); ++household)
        if (is_private(block, household) && head[household] != nobody) people.role[head[household]] = Role::reference;
    return std::ranges::any_of(people.household, [&](std::uint32_t h) { return head[h] == nobody && is_private(block, h); });
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
