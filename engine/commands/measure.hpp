#pragma once
// `spires measure`: published measures of a user's own table.

#include <string>
#include <vector>

namespace spires {

/// Runs the command with the words after `measure`; answers to standard output, warnings to standard error.
/// Returns 0 when any group has a value, 65 when none has. Errors: UserError 64 for wrong usage, and those of
/// the measures (measure/measures_of_tables.hpp).
int measure_command(const std::vector<std::string>& words);

}  // namespace spires
