#pragma once
// `spires report`: one self-contained page of a results file.

#include <string>
#include <vector>

namespace spires {

/// Runs the command with the words after `report`. Returns the exit code.
/// Errors: UserError 64 for wrong usage, 73 and 74 for the page, and those of ResultsReader.
int report_command(const std::vector<std::string>& words);

}  // namespace spires
