#pragma once
// `spires schema`: the JSON Schema of a scenario file, for editors.

#include <string>
#include <vector>

namespace spires {

/// Runs the command with the words after `schema`; prints to standard output. Returns the exit code.
int schema_command(const std::vector<std::string>& words);

}  // namespace spires
