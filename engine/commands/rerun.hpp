#pragma once
// `spires rerun`: from a results file alone, the same results again.

#include "commands/run_options.hpp"
#include "results/read_provenance.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// Lays out the tables and scenarios a run was made from in `folder` and tells the options that make it
/// again. UserError 65 when a setting is missing or not understood.
[[nodiscard]] RunOptions options_of(const RunOrigin& origin, const std::filesystem::path& results, const std::filesystem::path& folder);

/// Runs the command with the words after `rerun`. Returns 0 when the bytes are the same, 1 when not.
/// Errors: UserError 64 for wrong usage, 65 and 66 for a wrong or missing results file, and those of a run.
int rerun_command(const std::vector<std::string>& words);

}  // namespace spires
