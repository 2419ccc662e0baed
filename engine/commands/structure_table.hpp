#pragma once
// What a results file says when the model is built otherwise (`run --structure`).

#include "results/read_results.hpp"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <optional>
#include <string>

namespace spires {

/// Whether the file holds settings of the structure.
[[nodiscard]] bool has_structure(const ResultsReader& results);

/// A table for every scenario and indicator: the change as the model is, and under each setting.
void print_structure(std::ostream& out, const ResultsReader& results, std::size_t year);

/// How far the settings move the change in healthy life expectancy, as a sentence; nothing without settings.
[[nodiscard]] std::optional<std::string> structure_sentence(const ResultsReader& results, std::size_t scenario, std::size_t year);

/// The changes of one scenario under each setting, by indicator; null without settings.
[[nodiscard]] nlohmann::ordered_json structure_json(const ResultsReader& results, std::size_t scenario, std::size_t year);

}  // namespace spires
