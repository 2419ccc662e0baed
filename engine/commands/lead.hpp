#pragma once
// The first sentence of a summary where the city's healthy life expectancy shows no clear change.

#include "commands/headline.hpp"

#include <optional>
#include <string>

namespace spires {

/// The ward whose people gain or lose healthy years most surely, if one does so surely that among as many
/// wards none would by chance (Bonferroni, 5 %).
[[nodiscard]] std::optional<std::string> surest_ward(const ResultsReader& results, const ResultsCell& cell);

/// The service or indicator that changes most surely (largest mean over standard deviation) and is clear in three
/// years or more. Not costs, nor gaps and slopes, which nobody can read out.
struct SurestChange {
    std::string indicator, sentence;
};
[[nodiscard]] std::optional<SurestChange> surest_change(const ResultsReader& results, const ResultsCell& cell);

}  // namespace spires
