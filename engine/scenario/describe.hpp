#pragma once
// Interventions in plain words.

#include "scenario/context.hpp"

#include <string>

namespace spires {

/// "people aged 18 to 79, inactive, living in Foleshill or Longford".
[[nodiscard]] std::string describe(const Eligibility& eligible, const ScenarioContext& context);
/// "4 % (sd 1)" or "55 % in decile 1, 60 % in decile 3".
[[nodiscard]] std::string describe_share(const Value& value, const ScenarioContext& context);
/// "60,000" or "100 in Foleshill, 120 in Longford".
[[nodiscard]] std::string describe_pounds(const Value& value, const ScenarioContext& context);
/// "adds 45 (sd 12) minutes a week to moderate or vigorous physical activity; …".
[[nodiscard]] std::string describe(const Effect& effect, const ScenarioContext& context);
/// "birth rates of all ages: times 0.95 in 2026, 0.9 in 2030 and after".
[[nodiscard]] std::string describe(const Assumption& assumption, const ScenarioContext& context);

}  // namespace spires
