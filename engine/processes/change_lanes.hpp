#pragma once
// Which conditions a block's people could get or lose in a step: all conditions of a person at once.

#include "core/random_batch.hpp"
#include "population/columns.hpp"
#include "processes/change_bounds.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace spires {

/// People are looked at in stretches of so many, so that their words stay in the nearest memory.
inline constexpr std::size_t change_stretch = 512;

/// Columns of one stretch.
struct ChangeColumns {
    std::span<const BlockWords> words;  ///< of four conditions each; room for a whole stretch
    const std::int32_t* sex_age;
    const std::int32_t* flags;          ///< exposure flags
    const ConditionSet* conditions;     ///< at the start of the step
    const ChangeBounds& bounds;
    const std::uint16_t* raised;        ///< [onset, recovery][condition]: all bits where programmes raise the chances
};
/// What could change in each row of a stretch, by bit.
struct PossibleChanges {
    std::array<ConditionSet, change_stretch> onsets, recoveries;
    std::array<std::uint32_t, change_stretch> rows;  ///< those for which anything could
};
/// Fills `changes`; returns for how many rows anything could change.
std::size_t find_changes(const ChangeColumns& columns, std::size_t rows, PossibleChanges& changes);

}  // namespace spires
