#pragma once
// `spires run`: the baseline and every scenario named, paired, in one pass.

#include "commands/run_options.hpp"

#include <string>
#include <vector>

namespace spires {

/// Runs what `options` ask for and writes the results file and, beside it, `run.json` with `words` as the
/// command. Returns the seconds it took. Errors: those of `run_command`.
double perform_run(const RunOptions& options, const std::vector<std::string>& words);

/// Runs the command with the words after `run`; prints the headline table and the path of the results
/// file. Returns the exit code. Errors: UserError 64 wrong usage, 65 and 66 wrong or missing files, 69 not
/// enough memory, 73 and 74 output that cannot be made or written.
int run_command(const std::vector<std::string>& words);

}  // namespace spires
