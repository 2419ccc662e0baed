#pragma once
// Who may be offered an intervention: the `eligible` table of a scenario file.

#include "scenario/toml_reader.hpp"

namespace spires {

inline constexpr int oldest_eligible_age = 120;

[[nodiscard]] Eligibility read_eligibility(const TomlNode& node, Reading& reading);

/// `{ from = …, to = … }` of whole numbers within a range; either end may be left out.
struct WholeRange {
    int from = 0, to = 0;
};
[[nodiscard]] WholeRange read_range(const TomlNode& node, std::string_view what, WholeRange whole, Reading& reading);

}  // namespace spires
