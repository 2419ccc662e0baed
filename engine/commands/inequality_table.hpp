#pragma once
// Who gains: gaps and slopes, and what each place gains over the years.

#include "results/read_results.hpp"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>

namespace spires {

/// For every scenario: each gap, slope index and relative index with its change and the chance that it narrows;
/// then healthy years gained per 1,000 person-years in each tenth and ward.
void print_inequality(std::ostream& out, const ResultsReader& results, std::size_t year);

/// The same of one scenario.
[[nodiscard]] nlohmann::ordered_json inequality_json(const ResultsReader& results, std::size_t scenario, std::size_t year);

}  // namespace spires
