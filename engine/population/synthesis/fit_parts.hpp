#pragma once
// How a fit is put together, for the files that measure one.

#include "population/synthesis/fit.hpp"

#include <fmt/format.h>

namespace spires {

/// A margin without cells yet.
[[nodiscard]] MarginFit begin_fit(std::string margin, std::string counted, std::string standing);
void add_cell(MarginFit& fit, std::string label, double target, double realised);
/// The fit with its error and totals.
[[nodiscard]] MarginFit finished(MarginFit fit);

using Counts = std::vector<std::vector<double>>;

/// Margins of shapes that are assumed: sizes, living arrangements, communal places, work, learning.
void measure_assumed(std::vector<MarginFit>& fit, const std::vector<PlaceDraft>& drafts,
                     const CensusTables& census, const SocialTables& social, const Places& places);

}  // namespace spires
