#pragma once
// What an intervention does to its participants: one `[[intervention.effect]]`.

#include "scenario/toml_reader.hpp"

namespace spires {

[[nodiscard]] Effect read_effect(const TomlNode& node, const Eligibility& eligible, Reading& reading);

}  // namespace spires
