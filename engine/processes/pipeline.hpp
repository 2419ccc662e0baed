#pragma once
// The order of the year.

#include "foundations.hpp"
#include "processes/process.hpp"

namespace spires {

/// The processes of a step on either side of the city's meeting point.
struct Pipeline {
    Processes before_meeting;
    Processes after_meeting;
};

/// What happens to people in a year, in this order.
[[nodiscard]] Pipeline build_pipeline(const Foundations& foundations, const Model& model);

}  // namespace spires
