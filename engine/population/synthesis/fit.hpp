#pragma once
// How near the drafts come to every margin.

#include "inputs/social.hpp"
#include "population/synthesis.hpp"
#include "population/synthesis/targets.hpp"

namespace spires {

/// Published margins first, then the assumed shapes the synthesis followed.
[[nodiscard]] std::vector<MarginFit> measure_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census, const SocialTables& social,
                                                 const Places& places, const std::vector<PlacePlan>& plans, const Targets& targets);

}  // namespace spires
