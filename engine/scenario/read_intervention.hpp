#pragma once
// One `[[intervention]]` of a scenario file.

#include "scenario/toml_reader.hpp"

namespace spires {

[[nodiscard]] Intervention read_intervention(const TomlNode& node, Reading& reading);

}  // namespace spires
