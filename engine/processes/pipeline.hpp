#pragma once
// The order of the year.

#include "foundations.hpp"
#include "processes/encounter.hpp"
#include "processes/process.hpp"

namespace spires {

/// The processes of a step on either side of the city's meeting point, and what happens between households
/// when all is tallied.
struct Pipeline {
    Processes before_meeting;
    Processes after_meeting;
    Encounters encounters;
};

/// The tables that births read.
[[nodiscard]] Births::Tables birth_tables(const Foundations& foundations, const Model& model);

/// What happens to people in a year, in this order.
[[nodiscard]] Pipeline build_pipeline(const Foundations& foundations, const Model& model);

}  // namespace spires
