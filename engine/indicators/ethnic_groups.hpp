#pragma once
// Who gains, by ethnic group.

#include "indicators/catalogue.hpp"

#include <string>

namespace spires {

/// Years lived, and years lived in good health, of each census ethnic group of the whole city. No rate of the model
/// differs by group, so they say whom a programme reaches and never how healthy a group is.
[[nodiscard]] std::vector<Indicator> ethnic_group_indicators();

/// Names of the two indicators of a group.
[[nodiscard]] std::string group_years_name(std::string_view group);
[[nodiscard]] std::string group_healthy_years_name(std::string_view group);
/// "Asian", "Other": a group as a reader sees it.
[[nodiscard]] std::string group_label(std::string_view group);

}  // namespace spires
