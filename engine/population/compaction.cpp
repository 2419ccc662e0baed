#include "population/compaction.hpp"

#include "population/households.hpp"

#include <algorithm>
#include <vector>

namespace spires {

namespace {

/// Points participations or offers at the new rows, dropping those of people who are gone.
template <class Entries>
void follow_rows(Entries& entries, const std::vector<std::uint32_t>& new_row) {
    std::erase_if(entries, [&](const auto& entry) { return new_row[entry.row] == nobody; });
    for (auto& entry : entries) entry.row = new_row[entry.row];
}

/// How rows are renumbered when some go: the last rows take the places of those that go, so that few move.
struct Renumbering {
    std::vector<std::uint32_t> new_row;  ///< by old row; `nobody` for those that go
    std::vector<RowMove> moves;
    std::size_t rows = 0;                ///< that stay

    template <class Goes>
    void plan(std::size_t old_rows, Goes goes) {
        new_row.resize(old_rows);
        moves.clear();
        rows = old_rows;
        for (std::size_t row = 0; row < rows; ++row) {
            new_row[row] = static_cast<std::uint32_t>(row);
            if (!goes(row)) continue;
            new_row[row] = nobody;
            while (rows > row + 1 && goes(rows - 1)) new_row[--rows] = nobody;
            if (--rows == row) break;
            new_row[rows] = static_cast<std::uint32_t>(row);
            moves.push_back({static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(row)});
        }
    }
};

void remove_gone(Block& block) {
    thread_local Renumbering people_left;
    auto& people = block.people;
    people_left.plan(people.size(), [&](std::size_t row) { return is_gone(people.presence[row]); });
    if (people_left.rows < people.size()) {
        follow_rows(block.participations, people_left.new_row);
        follow_rows(block.offers, people_left.new_row);
        people.close_gaps(people_left.moves, people_left.rows);
    }
    std::ranges::fill(people.presence, std::uint8_t{0});
}

bool is_private(const Block& block, std::size_t household) {
    return block.households.kind[household] == HouseholdKind::private_household;
}

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

/// How well a household suits children left alone: with other children and in their ward, best.
int fitness(const Places& places, const Block& block, const Composition& home, std::size_t slot, std::uint16_t ward) {
    if (home.reference == nobody || !is_private(block, slot)) return 0;
    return 1 + (home.dependants > 0 ? 2 : 0) + (places.places[block.households.place[slot]].ward == ward ? 1 : 0);
}

/// The best household for the children of `from`; the search starts at a drawn slot, so that no one
/// household takes in all.
std::uint32_t choose_home(const Places& places, const Step& step, std::span<const Composition> homes, std::uint32_t from) {
    const auto& households = step.block.households;
    const auto ward = places.places[households.place[from]].ward;
    const auto start = draw(step.key, households.id[from], step.year, Purpose::orphan)[0] % homes.size();
    std::uint32_t best = no_household;
    int best_fitness = 0;
    for (std::size_t k = 0; k < homes.size(); ++k) {
        const std::size_t slot = (start + k) % homes.size();
        const int fit = fitness(places, step.block, homes[slot], slot, ward);
        if (fit <= best_fitness) continue;
        best_fitness = fit;
        best = static_cast<std::uint32_t>(slot);
    }
    return best;
}

void take_in_children(const Places& places, Step& step) {
    thread_local std::vector<std::uint32_t> taken_in_by;
    const auto homes = compose_households(step.block, step.year + 1);
    auto& people = step.block.people;
    taken_in_by.assign(homes.size(), no_household);
    for (std::size_t row = 0; row < people.size(); ++row) {
        const std::uint32_t from = people.household[row];
        if (homes[from].reference != nobody || !is_private(step.block, from)) continue;
        if (taken_in_by[from] == no_household) taken_in_by[from] = choose_home(places, step, homes, from);
        if (taken_in_by[from] != no_household) join_household(step.block, row, taken_in_by[from], Role::child);
    }
}

/// Counts members, drops the empty, renumbers the rest.
void close_households(Block& block) {
    thread_local Renumbering homes_left;
    auto& households = block.households;
    std::ranges::fill(households.persons, std::uint16_t{0});
    for (const auto household : block.people.household) ++households.persons[household];
    homes_left.plan(households.size(), [&](std::size_t slot) { return households.persons[slot] == 0; });
    if (homes_left.rows == households.size()) return;
    for (auto& household : block.people.household) household = homes_left.new_row[household];
    households.close_gaps(homes_left.moves, homes_left.rows);
}

}  // namespace

void Compaction::advance(Step& step) const {
    remove_gone(step.block);
    if (promote_references(step.block, step.year + 1)) take_in_children(places_, step);
    close_households(step.block);
}

}  // namespace spires
