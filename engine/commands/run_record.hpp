#pragma once
// What a run keeps of itself: inside the results file what changes results, beside it what does not.

#include "commands/run_options.hpp"

namespace spires {

/// Settings, scenario texts, all input tables and the parameters as drawn.
[[nodiscard]] Provenance make_provenance(const RunOptions& options, const std::vector<Scenario>& scenarios, std::vector<ParameterDraws> draws);

struct RunTimes { double total = 0, to_first_year = 0; };
/// Writes `run.json` beside the results: command line, times, host, threads.
void write_run_json(const RunOptions& options, const std::vector<std::string>& words, const RunTimes& times);

}  // namespace spires
