#pragma once
// Those who got a place join, and their households part from the worlds in which they did not.

#include "interventions/programmes.hpp"
#include "population/branches.hpp"

#include <functional>
#include <vector>

namespace spires {

/// The worker's sheet of exactly these worlds.
using SheetOf = std::function<TallySheet&(WorldSet worlds)>;

/// Admits the takers of one block in every world: tallies participants, cost and who found no place in the
/// sheet of the world alone. Participants stand in the branch of their world afterwards. Call once
/// for each block, after the city has met.
void join_programmes(BranchedBlock& branches, const std::vector<Programmes>& of_world, const Places& places, int year, const SheetOf& sheet_of);

}  // namespace spires
