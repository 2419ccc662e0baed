#pragma once
// Rows and slots that are empty are given to others, so that blocks stay compact.

#include "population/population.hpp"

#include <cstdint>

namespace spires {

/// Removes people with any of these bits of `presence`; participations and offers follow the others.
/// Households keep their slots, also those left without anybody.
void remove_people(Block& block, std::uint8_t presence);

/// Counts the members of every household, and marks by slot the private ones that nobody heads; returns whether there is one.
bool count_members(Block& block, Column<std::int32_t>& headless);

/// Drops households without members, as counted, and renumbers the rest.
void drop_empty_households(Block& block);

}  // namespace spires
