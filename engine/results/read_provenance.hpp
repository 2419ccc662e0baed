#pragma once
// What a results file says of the run that made it.

#include "results/results_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// Everything that changes results, as it was, and the program that wrote it. `made.draws` is left empty:
/// draws follow from the rest.
struct RunOrigin {
    std::string version, commit;
    Provenance made;
};

/// Reads the group `provenance`. Errors, UserError: those of ResultsReader, and 65 when a table is not what its
/// digest says or the group is incomplete.
[[nodiscard]] RunOrigin read_origin(const std::filesystem::path& file);

/// The parameters as drawn, value by draw; empty where the run drew none. Errors: as read_origin.
[[nodiscard]] std::vector<ParameterDraws> read_draws(const std::filesystem::path& file);

}  // namespace spires
