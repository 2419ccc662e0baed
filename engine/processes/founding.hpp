#pragma once
// The homes people find who leave another household of the city.

#include "population/households.hpp"
#include "processes/destinations.hpp"
#include "processes/encounter.hpp"

namespace spires {

/// Opens a private household for each of `founders` near the present home, in a tenure of the founder's age, and
/// moves the founder in. Returns their slots in the same order, valid until the next call on this thread.
std::span<const std::uint32_t> found_households(Block& block, const Moment& now, const Destinations& destinations, std::span<const std::uint32_t> founders);

}  // namespace spires
