#pragma once
// `spires run`: the baseline and every scenario named, paired, in one pass.

#include "commands/run_options.hpp"

#include <optional>
#include <string>
#include <vector>

namespace spires {

/// What a run took, and how many replicates it chose where `--precision` asked for it.
struct RunOutcome {
    double seconds = 0;
    ReplicateDesign design;
    std::optional<double> half_width;  ///< of the mean change, years
};

/// Runs what `options` ask for and writes the results file and, beside it, `run.json` with `words` as the
/// command. Errors: those of `run_command`.
RunOutcome perform_run(const RunOptions& options, const std::vector<std::string>& words);

/// Runs the command with the words after `run`; prints the headline table and the path of the results
/// file. Returns the exit code. Errors: UserError 64 wrong usage, 65 and 66 wrong or missing files, 69 not
/// enough memory, 73 and 74 output that cannot be made or written.
int run_command(const std::vector<std::string>& words);

}  // namespace spires
