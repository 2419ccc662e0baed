#pragma once
// The JSON Schema of a scenario file, for editors, made from the same lines of keys the reader uses.

#include "scenario/context.hpp"

#include <string>

namespace spires {

/// JSON Schema of draft-07, which editors for TOML understand.
[[nodiscard]] std::string scenario_schema(const ScenarioContext& context);

}  // namespace spires
