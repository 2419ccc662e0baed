#include "population/parting.hpp"

#include "population/households.hpp"

#include <algorithm>
#include <utility>

namespace spires {

namespace {

/// The slot of the same establishment in another block, or the number of its slots.
std::size_t find_establishment(const HouseholdColumns& households, std::uint64_t id) {
    std::size_t slot = 0;
    while (slot < households.size() && (households.kind[slot] == HouseholdKind::private_household || households.id[slot] != id)) ++slot;
    return slot;
}

/// Copies rows of one block to the end of another; buffers are reused from call to call.
class Move {
public:
    Move(const Block& from, Branch& to) : from_(from), to_(to) {
        landed_.assign(from.people.size(), nobody);
        slots_.assign(from.households.size(), no_household);
    }

    void people(std::span<const std::pair<WorldSet, std::uint32_t>> rows, Company company, std::vector<Landing>& landings) {
        auto& people = to_.block.people;
        std::size_t row = people.size();
        people.resize(row + rows.size());
        for (const auto& [worlds, old_row] : rows) {
            people.copy_row(row, from_.people, old_row);
            people.presence[row] &= static_cast<std::uint8_t>(~parted);
            people.household[row] = company == Company::household ? slot_for(from_.people.household[old_row]) : no_household;
            landed_[old_row] = static_cast<std::uint32_t>(row);
            landings.push_back({worlds, old_row, static_cast<std::uint32_t>(row++)});
        }
    }
    void offers() {
        for (const auto& offer : from_.offers)
            if (landed_[offer.row] != nobody && holds(to_.worlds, offer.world)) to_.block.offers.push_back({landed_[offer.row], offer.intervention, offer.world});
    }

private:
    std::uint32_t slot_for(std::uint32_t old_slot) {
        auto& households = to_.block.households;
        if (slots_[old_slot] != no_household) return slots_[old_slot];
        const bool communal = from_.households.kind[old_slot] != HouseholdKind::private_household;
        std::size_t slot = communal ? find_establishment(households, from_.households.id[old_slot]) : households.size();
        if (slot == households.size()) {
            slot = households.append();
            households.copy_row(slot, from_.households, old_slot);
        }
        return slots_[old_slot] = static_cast<std::uint32_t>(slot);
    }

    const Block& from_;
    Branch& to_;
    static thread_local std::vector<std::uint32_t> landed_, slots_;  ///< by old row and slot
};
thread_local std::vector<std::uint32_t> Move::landed_, Move::slots_;

}  // namespace

void part(BranchedBlock& block, std::size_t branch, std::span<const WorldSet> leaving, Company company, std::vector<Landing>& landed) {
    thread_local std::vector<std::pair<WorldSet, std::uint32_t>> moves;  // to which worlds, which row
    moves.clear();
    Branch& source = block[branch];
    for (std::uint32_t row = 0; row < leaving.size(); ++row) {
        if (leaving[row] == 0) continue;
        WorldSet rest = holds_baseline(leaving[row]) ? 0 : source.worlds & ~leaving[row];
        if (rest != 0) rest = block.room_for(rest);
        for_each_world(source.worlds & ~rest, [&](std::size_t world) { moves.emplace_back(only(world), row); });
        if (rest != 0) moves.emplace_back(rest, row);
        source.block.people.presence[row] |= parted;
    }
    std::ranges::sort(moves);
    for (auto first = moves.begin(); first != moves.end();) {
        const auto last = std::find_if(first, moves.end(), [&](const auto& move) { return move.first != first->first; });
        Move move(source.block, block[block.of(first->first)]);
        move.people({first, last}, company, landed);
        move.offers();
        first = last;
    }
}

void with_household(const Block& block, std::vector<WorldSet>& leaving) {
    thread_local std::vector<WorldSet> of_household;
    of_household.assign(block.households.size(), 0);
    const auto& home = block.people.household;
    for (std::size_t row = 0; row < leaving.size(); ++row) of_household[home[row]] |= leaving[row];
    for (std::size_t row = 0; row < leaving.size(); ++row)
        if (block.households.kind[home[row]] == HouseholdKind::private_household) leaving[row] = of_household[home[row]];
}

}  // namespace spires
