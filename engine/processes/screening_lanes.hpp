#pragma once
// Whom programmes of screening are for and whom they ask in a step, many people at a time; and their counts.

#include "processes/strata.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace spires {

/// Programmes as bits: whom they are for, and above them whom they invite in the years of their interval.
inline constexpr int invited_above = 8;

/// A programme's turn: who is in it is invited in the step.
struct InvitationTurn {
    std::uint32_t first = 0, width = 0;  ///< of the lasting turns of people, from the first on
};

struct InvitationColumns {
    const std::int32_t* sex_age;
    const std::int32_t* concerned;                ///< [sex][age] programmes
    const std::uint32_t* turn;                    ///< lasting, of each person
    std::span<const InvitationTurn> turns;        ///< by programme
    std::uint8_t *wanted, *invited;               ///< out: programmes that are for somebody, and those that ask them now
    std::uint32_t *wanted_rows, *invited_rows;    ///< out: rows with any (room for all rows)
};
struct InvitationLists {
    std::size_t wanted = 0, invited = 0;
};
/// Finds whom programmes are for and whom they ask; returns how many there are of each.
InvitationLists find_invited(const InvitationColumns& columns, std::size_t rows);

struct CoverageColumns {
    std::span<const std::uint32_t> rows;
    const std::uint8_t* wanted;                   ///< programmes that are for somebody
    const std::uint8_t* covered;
    const std::int32_t* key;                      ///< of the tally sheet
    std::size_t programmes = 0;
    std::int64_t* counts;                         ///< of key 0: for each programme whom it is for, then who is covered
    std::size_t stride = 0;                       ///< from key to key
};
/// Adds people to the counts of their key.
void count_coverage(const CoverageColumns& columns);

}  // namespace spires
