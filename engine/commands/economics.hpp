#pragma once
// Costs and health of a scenario out of a results file, for people and for programs.

#include "indicators/economics.hpp"
#include "results/read_results.hpp"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>

namespace spires {

/// The city's differences from the baseline as the file holds them; the reader must outlive it.
[[nodiscard]] DifferenceSource differences_in(const ResultsReader& results);

/// A table of what every scenario costs and is worth; nothing for a file without costs or scenarios.
void print_economics(std::ostream& out, const ResultsReader& results);

/// The same of one scenario: by discounting; null for a file without costs.
[[nodiscard]] nlohmann::ordered_json economics_json(const ResultsReader& results, std::size_t scenario);

}  // namespace spires
