#pragma once
// `--precision`: as many replicates as an answer needs.

#include "commands/run_options.hpp"
#include "results/read_results.hpp"

#include <functional>

namespace spires {

/// Half the 95 % interval of the mean change in healthy life expectancy at birth (city, both sexes, headline
/// year), years; the widest of all scenarios, or of the level where the baseline is alone. Draws are
/// independent and their seeds are not, so it rests on the means of draws. NaN with fewer than two draws.
[[nodiscard]] double half_width_of_mean(const ResultsReader& results);

/// Calls `run` with 20, 40, 80 … replicates until the half-width is `options.precision` or less, 1,280 at
/// most, and leaves the last number in `options`. A run of more replicates begins with those of fewer, so the
/// file is that of `--replicates` with the same number. Returns the half-width reached.
double run_to_precision(RunOptions& options, const std::function<void(const RunOptions&)>& run);

}  // namespace spires
