#pragma once
// What can be named in a scenario, for the form that builds one.

#include <filesystem>
#include <string>

namespace spires {

/// JSON: {"levers": [{name, unit, description, changes: [{kind, low, high}]}], "evidence": [{key, title}]}.
/// UserError 66 or 65 when the input tables cannot be read.
[[nodiscard]] std::string scenario_words(const std::filesystem::path& inputs);

}  // namespace spires
