#pragma once
// How a fit is put together, for the files that measure one.

#include "population/synthesis/fit.hpp"

#include <fmt/format.h>

#include <functional>

namespace spires {

/// A margin without cells yet.
[[nodiscard]] MarginFit begin_fit(std::string margin, std::string counted, std::string standing);
void add_cell(MarginFit& fit, std::string label, double target, double realised);
/// The fit with its error and totals.
[[nodiscard]] MarginFit finished(MarginFit fit);

using Counts = std::vector<std::vector<double>>;

/// Measures one margin; margins are measured side by side.
using FitOfMargin = std::function<MarginFit()>;

/// Margins of shapes that are assumed: sizes, living arrangements, communal places, work, learning.
/// What is handed in must outlive them.
[[nodiscard]] std::vector<FitOfMargin> assumed_fits(const std::vector<PlaceDraft>& drafts,
                                                    const CensusTables& census,
                                                    const SocialTables& social,
                                                    const Places& places);

}  // namespace spires
