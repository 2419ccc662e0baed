#pragma once
// The few people of a block whom an event could befall, drawn for on the spot.

#include "core/random.hpp"
#include "population/row_lanes.hpp"

namespace spires {

/// Whose luck decides on an event: of a year, for a purpose.
struct EventDraw {
    const RandomKey& key;
    int year = 0;
    Purpose purpose{};
};
struct EventCandidates {
    std::span<const std::uint32_t> rows;
    const std::uint32_t* words;  ///< the first of each
};
/// As `find_candidates`, for an event whose first word nobody else asks for: no column of words is kept.
/// Valid until the next call on this thread.
[[nodiscard]] EventCandidates draw_candidates(const PersonColumns& people, const EventDraw& event, const HighestChances& highest);

}  // namespace spires
