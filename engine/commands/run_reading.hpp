#pragma once
// What a run reads before it makes anything.

#include "commands/run_options.hpp"
#include "scenario/scenario.hpp"

#include <filesystem>
#include <vector>

namespace spires {

/// All scenarios, the baseline first. Errors: UserError 65 and 66 with every problem at once.
[[nodiscard]] std::vector<Scenario> read_all(const RunOptions& options);

/// An unknown name in --set is told before anything is made.
void check_settings(const RunOptions& options);

/// Residents of the inputs; the base has exactly these.
[[nodiscard]] double residents(const std::filesystem::path& inputs);

}  // namespace spires
