#include "population/parting.hpp"

#include "population/households.hpp"
#include "population/row_lanes.hpp"

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

template <class Type>
void append_rows(Column<Type>& to, const Column<Type>& from, std::span<const std::uint32_t> rows) {
    const std::size_t first = to.size();
    to.resize(first + rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) to[first + k] = from[rows[k]];
}

/// Column by column, which keeps to few places of memory at a time.
void append_people(PersonColumns& to, const PersonColumns& from, std::span<const std::uint32_t> rows) {
#define SPIRES_APPEND_ROWS(type, name, description) append_rows(to.name, from.name, rows);
    SPIRES_PERSON_COLUMNS(SPIRES_APPEND_ROWS)
#undef SPIRES_APPEND_ROWS
}

/// Numbers by index, unset again when done with, so that a few in a large block cost little.
class SparseNumbers {
public:
    void grow(std::size_t size) {
        if (number_.size() < size) number_.resize(size, nobody);
    }
    [[nodiscard]] std::uint32_t at(std::size_t index) const noexcept { return number_[index]; }
    std::uint32_t set(std::uint32_t index, std::uint32_t number) {
        set_.push_back(index);
        return number_[index] = number;
    }
    void unset() {
        for (const auto index : set_) number_[index] = nobody;
        set_.clear();
    }

private:
    std::vector<std::uint32_t> number_, set_;
};

/// Copies rows of one block to the end of another; buffers are reused from call to call.
class Move {
public:
    Move(const Block& from, Branch& to) : from_(from), to_(to) {
        landed_.grow(from.people.size());
        slots_.grow(from.households.size());
    }
    ~Move() {
        landed_.unset();
        slots_.unset();
    }
    Move(const Move&) = delete;
    Move& operator=(const Move&) = delete;

    void people(std::span<const std::uint32_t> rows, Company company, std::vector<Landing>& landings) {
        auto& people = to_.block.people;
        auto row = static_cast<std::uint32_t>(people.size());
        append_people(people, from_.people, rows);
        for (const auto old_row : rows) {
            people.presence[row] &= static_cast<std::uint8_t>(~parted);
            people.household[row] = company == Company::household ? slot_for(from_.people.household[old_row]) : no_household;
            landings.push_back({to_.worlds, old_row, landed_.set(old_row, row)});
            ++row;
        }
    }
    void offers() {
        for (const auto& offer : from_.offers)
            if (landed_.at(offer.row) != nobody && holds(to_.worlds, offer.world)) to_.block.offers.push_back({landed_.at(offer.row), offer.intervention, offer.world});
    }

private:
    std::uint32_t slot_for(std::uint32_t old_slot) {
        auto& households = to_.block.households;
        if (slots_.at(old_slot) != nobody) return slots_.at(old_slot);
        std::size_t slot = is_private(from_, old_slot) ? households.size() : find_establishment(households, from_.households.id[old_slot]);
        if (slot == households.size()) {
            slot = households.append();
            households.copy_row(slot, from_.households, old_slot);
        }
        return slots_.set(old_slot, static_cast<std::uint32_t>(slot));
    }

    const Block& from_;
    Branch& to_;
    static thread_local SparseNumbers landed_, slots_;  ///< by old row and slot
};
thread_local SparseNumbers Move::landed_, Move::slots_;

}  // namespace

void part(BranchedBlock& block, std::size_t branch, std::span<const Leaving> leaving, Company company, std::vector<Landing>& landed) {
    thread_local std::vector<std::pair<WorldSet, std::uint32_t>> moves;  // to which worlds, which row
    thread_local std::vector<std::uint32_t> rows;
    moves.clear();
    Branch& source = block[branch];
    for (const auto& [row, worlds] : leaving) {
        WorldSet rest = holds_baseline(worlds) ? 0 : source.worlds & ~worlds;
        if (rest != 0) rest = block.room_for(rest);
        for_each_world(source.worlds & ~rest, [&, row = row](std::size_t world) { moves.emplace_back(only(world), row); });
        if (rest != 0) moves.emplace_back(rest, row);
        source.block.people.presence[row] |= parted;
    }
    std::ranges::sort(moves);
    for (std::size_t first = 0, last = 0; first < moves.size(); first = last) {
        rows.clear();
        for (; last < moves.size() && moves[last].first == moves[first].first; ++last) rows.push_back(moves[last].second);
        Move move(source.block, block[block.of(moves[first].first)]);
        move.people(rows, company, landed);
        move.offers();
    }
}

void list_members(const Block& block, const HomeWorlds& parting, std::size_t rows, std::vector<Leaving>& leaving) {
    thread_local Column<std::int32_t> marked;  // 0 but within this call
    leaving.clear();
    if (marked.size() < block.households.size()) marked.resize(block.households.size(), 0);
    bool any = false;
    for (const std::uint32_t slot : parting.slots()) {
        marked[slot] = parting[slot] != 0 && is_private(block, slot) ? 1 : 0;
        any = any || marked[slot] != 0;
    }
    if (!any) return;
    for (const std::uint32_t row : find_members(block.people, marked))
        if (row < rows) leaving.push_back({row, parting[block.people.household[row]]});  // others may have come since
    for (const std::uint32_t slot : parting.slots()) marked[slot] = 0;
}

}  // namespace spires
