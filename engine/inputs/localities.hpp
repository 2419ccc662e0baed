#pragma once
// Localities: any grouping of places that a user brings, such as the areas of family hubs.

#include "inputs/places.hpp"

namespace spires {

/// Reads a table `place,locality` (code of an LSOA, name of its locality) and sets the places' localities, in order
/// of name. Places that are not named belong to none. A UserError holds all faults: unknown places, places named twice.
void read_localities(const std::filesystem::path& file, Places& places);

}  // namespace spires
