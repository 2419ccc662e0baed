#pragma once
// Whom programmes of screening are for, whom they ask in a step and who comes, many people at a time; and their counts.

#include "core/random_batch.hpp"
#include "processes/strata.hpp"
#include "tallies/stock_row.hpp"

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
};
/// Rows of people and which programmes of each.
struct ProgrammeList {
    Scratch<std::uint32_t> rows;
    Scratch<std::uint8_t> programmes;
    std::size_t size = 0;

    void resize(std::size_t most) {
        rows.resize(most);
        programmes.resize(most);
    }
};
/// Whom programmes are for, and whom they ask now.
struct Invitations {
    ProgrammeList wanted, invited;
};
void find_invited(const InvitationColumns& columns, std::size_t rows, Invitations& found);

/// Who comes, by programme.
struct Uptake {
    const float* share = nullptr;   ///< by decile
    const float* ratio = nullptr;   ///< of its odds by programmes of a scenario, by row
};
struct AnswerColumns {
    const ProgrammeList& invited;
    std::span<const Uptake> uptakes;
    float persistence = 0;
    const std::int32_t* decile;
    const std::uint32_t* lasting;                 ///< rank of each row
    const BlockWords& now;                        ///< of those invited, in their order
    const Coverage* covered;                      ///< before, of those invited in their order
};
/// Writes what covers those invited afterwards.
void answer_invitations(const AnswerColumns& columns, Coverage* answers);

struct CoverageColumns {
    const ProgrammeList& wanted;
    const Coverage* covered;                      ///< by row
    const std::int32_t* key;                      ///< of the tally sheet, by row
    const StockRow *as_wanted, *as_covered;       ///< what a set of programmes counts as
    CountColumns<std::int32_t> counts;
};
/// Adds people to the counts of their key.
void count_coverage(const CoverageColumns& columns);

}  // namespace spires
