#include "population/close_ranks.hpp"

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

}  // namespace

void remove_people(Block& block, std::uint8_t presence) {
    thread_local Renumbering left;
    auto& people = block.people;
    left.plan(people.size(), [&](std::size_t row) { return (people.presence[row] & presence) != 0; });
    if (left.rows == people.size()) return;
    follow_rows(block.participations, left.new_row);
    follow_rows(block.offers, left.new_row);
    people.close_gaps(left.moves, left.rows);
}

void close_households(Block& block) {
    thread_local Renumbering left;
    auto& households = block.households;
    std::ranges::fill(households.persons, std::uint16_t{0});
    for (const auto household : block.people.household) ++households.persons[household];
    left.plan(households.size(), [&](std::size_t slot) { return households.persons[slot] == 0; });
    if (left.rows == households.size()) return;
    for (auto& household : block.people.household) household = left.new_row[household];
    households.close_gaps(left.moves, left.rows);
}

}  // namespace spires
