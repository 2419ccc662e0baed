#pragma once
// Rows and slots that are empty are given to others, so that blocks stay compact.

#include "population/population.hpp"

#include <cstdint>

namespace spires {

/// Removes people with any of these bits of `presence`; participations and offers follow the others.
/// Households keep their slots, also those left without anybody.
void remove_people(Block& block, std::uint8_t presence);

/// Recounts members, drops empty households and renumbers the rest.
void close_households(Block& block);

}  // namespace spires
