#pragma once
// The `[assumptions]` of a scenario file.

#include "scenario/assumptions.hpp"
#include "scenario/toml_reader.hpp"

namespace spires {

/// The names an assumption may have: trends, and levers that take a ratio.
[[nodiscard]] std::vector<std::string> assumption_names(const LeverTable& levers);

/// Reads the table; every fault is a problem of `reading`.
[[nodiscard]] Assumptions read_assumptions(const TomlNode& node, Reading& reading);

}  // namespace spires
