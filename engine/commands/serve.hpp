#pragma once
// `spires serve`: the dashboard and the scenario builder in a browser on this machine.

#include <string>
#include <vector>

namespace spires {

/// Runs the command with the words after `serve`, until it is stopped. Returns the exit code.
/// Errors: UserError 64 for wrong usage, 66 without the folder, 69 when it cannot listen.
int serve_command(const std::vector<std::string>& words);

}  // namespace spires
