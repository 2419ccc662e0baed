#pragma once
// `spires export`: tidy tables of a results file for Power BI, Excel, R and Python.

#include <string>
#include <vector>

namespace spires {

/// Runs the command with the words after `export`. Returns the exit code.
/// Errors: UserError 64 for wrong usage, 73 and 74 for the tables, and those of ResultsReader.
int export_command(const std::vector<std::string>& words);

}  // namespace spires
