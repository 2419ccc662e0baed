#pragma once
// What a page needs of a results file, in one piece.

#include "results/read_results.hpp"

#include <string>

namespace spires {

/// The results for a page: the length of a header (4 bytes, lowest first), the header as JSON (names, units,
/// totals, texts), then blocks of numbers in the order the header gives. `dashboard/src/results/payload.ts`
/// reads it; the two change together, with the header's `format`.
[[nodiscard]] std::string page_payload(const ResultsReader& results);

}  // namespace spires
