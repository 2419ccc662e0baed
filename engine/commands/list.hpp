#pragma once
// `spires list`: what can be named in a scenario.

#include <string>
#include <vector>

namespace spires {

/// Runs the command with the words after `list`; prints to standard output. Returns the exit code.
int list_command(const std::vector<std::string>& words);

}  // namespace spires
