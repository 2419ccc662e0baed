#pragma once
// Scenario files: TOML in, interventions out; everything a user can get wrong is told here.

#include "scenario/context.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// Reads one file. Throws a UserError: 66 when it is missing, 65 at its first error of syntax.
/// Errors of meaning go to `problems`, each with file, line and column.
[[nodiscard]] Scenario read_scenario(const std::filesystem::path& file, const ScenarioContext& context,
                                     Problems& problems);

/// Reads all files; a UserError holds the problems of all of them. The first scenario returned is the
/// baseline: the one that is given (a `baseline.toml`, or a file without interventions) or an empty one.
[[nodiscard]] std::vector<Scenario> read_scenarios(const std::vector<std::filesystem::path>& files,
                                                   const ScenarioContext& context);

/// Name, description, ambition and pillars alone, for lists.
[[nodiscard]] Scenario read_heading(const std::filesystem::path& file, const ScenarioContext& context);

/// The keys of `[source.…]` in `sources.toml`.
[[nodiscard]] std::vector<std::string> read_source_keys(const std::filesystem::path& inputs);

}  // namespace spires
