#include "population/close_ranks.hpp"

#include "population/households.hpp"
#include "population/row_lanes.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

namespace spires {

namespace {

/// Points participations or offers at the new rows, dropping those of people who are gone.
template <class Entries>
void follow_rows(Entries& entries, const Column<std::uint32_t>& new_row) {
    auto kept = entries.begin();
    for (auto& entry : entries) {  // without a branch: see Asked
        const std::uint32_t row = new_row[entry.row];
        *kept = entry;
        kept->row = row;
        kept += row != nobody ? 1 : 0;
    }
    entries.erase(kept, entries.end());
}

/// How rows are renumbered when some go: the last rows take the places of those that go, so that few move.
struct Renumbering {
    std::vector<RowMove> moves;
    std::size_t rows = 0;  ///< that stay

    /// `gone`: the rows that go, in order.
    void plan(std::size_t old_rows, std::span<const std::uint32_t> gone) {
        moves.clear();
        rows = old_rows - gone.size();
        std::size_t last = old_rows, left = gone.size();  // what goes at the end needs no one in its place
        for (std::size_t k = 0; k < gone.size() && gone[k] < rows; ++k) {
            for (--last; left > 0 && gone[left - 1] == last; --last) --left;
            moves.push_back({static_cast<std::uint32_t>(last), gone[k]});
        }
    }
    /// New numbers by old row; `nobody` for those that go.
    void number(std::size_t old_rows, std::span<const std::uint32_t> gone, Column<std::uint32_t>& new_row) const {
        new_row.resize(old_rows);
        std::iota(new_row.begin(), new_row.end(), 0U);
        for (const auto row : gone) new_row[row] = nobody;
        for (const auto& move : moves) new_row[move.from] = move.to;
    }
};

}  // namespace

void remove_people(Block& block, std::uint8_t presence) {
    thread_local Renumbering left;
    thread_local Column<std::uint32_t> new_row;
    auto& people = block.people;
    const auto leavers = find_bits(people.presence, presence);
    if (leavers.empty()) return;
    left.plan(people.size(), leavers);
    if (!block.participations.empty() || !block.offers.empty()) {
        left.number(people.size(), leavers, new_row);
        follow_rows(block.participations, new_row);
        follow_rows(block.offers, new_row);
    }
    people.close_gaps(left.moves, left.rows);
}

bool count_members(Block& block, Column<std::int32_t>& headless) {
    thread_local Column<std::uint32_t> census;  // members, and in the upper half those who head; establishments need no head
    constexpr std::uint32_t head = 1U << 16U;
    const auto& people = block.people;
    const std::size_t slots = block.households.size();
    census.assign(2 * slots, 0);
    std::array<std::uint32_t*, 2> in_turn{census.data(), census.data() + slots};  // members mostly stand together, and would wait for each other
    std::array<std::uint32_t, role_names.size()> counts_as{};  // a table, because whether someone heads is hard for a processor to foresee
    counts_as.fill(1U);
    for (const Role heads : {Role::reference, Role::resident}) counts_as[static_cast<std::size_t>(heads)] += head;
    for (std::size_t row = 0; row < people.size(); ++row) in_turn[row % 2][people.household[row]] += counts_as[static_cast<std::size_t>(people.role[row])];
    headless.resize(slots);
    bool any = false;
    for (std::size_t slot = 0; slot < slots; ++slot) {
        const std::uint32_t counted = census[slot] + census[slots + slot];
        const bool nobody_heads = counted - 1U < head - 1U;  // members, and no head
        block.households.persons[slot] = static_cast<std::uint16_t>(counted);
        headless[slot] = nobody_heads ? 1 : 0;
        any = any | nobody_heads;
    }
    return any;
}

void drop_empty_households(Block& block) {
    thread_local Renumbering left;
    thread_local Column<std::uint32_t> new_slot;
    thread_local Column<std::uint32_t> slots;
    auto& households = block.households;
    slots.resize(households.size() + 1);
    std::size_t found = 0;
    for (std::uint32_t slot = 0; slot < households.size(); ++slot) {  // without a branch: see Asked
        slots[found] = slot;
        found += households.persons[slot] == 0 ? 1 : 0;
    }
    if (found == 0) return;
    const std::span<const std::uint32_t> empty(slots.data(), found);
    left.plan(households.size(), empty);
    left.number(households.size(), empty, new_slot);
    renumber(block.people.household, new_slot);
    households.close_gaps(left.moves, left.rows);
}

}  // namespace spires
