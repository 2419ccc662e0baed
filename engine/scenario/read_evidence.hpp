#pragma once
// `evidence` and `standing`, wherever a table of a scenario file may name them.

#include "scenario/evidence.hpp"
#include "scenario/toml_reader.hpp"

namespace spires {

/// `evidence` is a key of sources.toml; only what is assumed may name none. With a way out it must be there.
[[nodiscard]] Evidence take_evidence(TableReader& table, Reading& reading, std::string_view way_out = {});

}  // namespace spires
