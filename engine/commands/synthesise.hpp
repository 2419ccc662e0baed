#pragma once
// `spires synthesise`: the starting population and its fit to every published margin.

#include <string>
#include <vector>

namespace spires {

/// Draws a population, writes it and prints its fit, the path last. `words` are those after the command's name.
/// Errors: UserError 64, 65, 66, 73, 74.
int synthesise_command(const std::vector<std::string>& words);

}  // namespace spires
