#pragma once
// The answer in words that can be read out.

#include "commands/headline.hpp"

#include <string>
#include <vector>

namespace spires {

/// What a scenario changes at a place by a year, a sentence each. The first can be read out alone: healthy years
/// of the place where they change clearly, else of the ward or else the service or indicator that changes most
/// surely. Then healthy years, the gap, admissions, and for
/// the city costs, who gains most and how sure it is. A change whose interval holds nothing is told as such.
[[nodiscard]] std::vector<std::string> sentences(const ResultsReader& results, const ResultsCell& cell);

/// What the uncertainty of the change in healthy life expectancy hangs on (city, both sexes): parts, and the
/// drawn parameters that explain most. Empty where the runs are too few to tell.
[[nodiscard]] std::vector<std::string> uncertainty_sentences(const ResultsReader& results, std::size_t scenario, std::size_t year);

}  // namespace spires
