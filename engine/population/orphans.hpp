#pragma once
// Children left without anyone from 16 on find a home.

#include "inputs/places.hpp"
#include "processes/encounter.hpp"

#include <span>

namespace spires {

/// A member of a household that has nobody from 16 on.
struct Orphan {
    std::uint32_t branch = 0, row = 0;
};

/// Takes the children of every household without anyone from 16 on, all of whom are given, into another of the block: one with
/// children and in the same ward, if there is one, by the lowest hash of the two households' ids. Every
/// world chooses for itself, so both households part into single worlds: this is rare.
/// Call when those who have gone are removed, members are counted and households have their reference persons; keeps the counts.
void take_in_orphans(const Places& places, BranchedBlock& branches, const Moment& now, std::span<const Orphan> orphans);

}  // namespace spires
