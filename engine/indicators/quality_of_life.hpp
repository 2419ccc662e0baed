#pragma once
// Time lived, and time lived weighted by its quality.

#include "indicators/catalogue.hpp"

#include <vector>

namespace spires {

/// Utility of people without any of the model's conditions by sex and band: the norm of the general population,
/// and on top of it what its ill people lose: Σ decrement × prevalence. At most 1.
[[nodiscard]] UtilityNorm utility_without_conditions(const HealthTables& tables);

/// `person_years` and `qalys`: person-years at the utility without conditions, less each condition's decrement for
/// everyone who has it at mid-year. Decrements add up; a person counts a year with a condition for the whole step.
[[nodiscard]] std::vector<Indicator> quality_indicators(const HealthTables& tables);

}  // namespace spires
