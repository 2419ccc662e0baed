#pragma once
// The part of a page's payload that is words: names, units, totals over the years, texts.

#include "results/read_results.hpp"

#include <nlohmann/json.hpp>

namespace spires {

[[nodiscard]] nlohmann::ordered_json payload_header(const ResultsReader& results);

}  // namespace spires
