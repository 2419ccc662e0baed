#pragma once
// What an uncertain answer hangs on: luck, or which of the things drawn.

#include "results/results_file.hpp"
#include "results/statistics.hpp"

#include <string>
#include <vector>

namespace spires {

/// A drawn parameter and what it explains of the variance between draws.
struct Driver {
    std::string parameter;
    double share;        ///< first-order: adjusted R² of the straight line of the answer on it, 0 to 1
    double correlation;  ///< which way: above 0 where more of it gives more
    bool sure;           ///< more than chance would do in so many parameters (5 % for all of them together)
};

/// Parts of the variance of one replicate's answer.
struct VarianceParts {
    double parameters, monte_carlo;  ///< shares that add up to 1; NaN where the design cannot tell
};
[[nodiscard]] VarianceParts variance_parts(const SpreadParts& parts, std::size_t replicates) noexcept;

/// Drivers of `answers` (by replicate), largest share first. Parameters that do not vary are passed over, and
/// so are those of other scenarios: a name with a slash must begin with `scenario`. Saltelli's first-order
/// index by linear regression, one parameter at a time, on the means over the seeds of a draw; with few draws
/// little can be told, which `sure` says. Nothing with fewer than four draws.
[[nodiscard]] std::vector<Driver> drivers_of(const std::vector<double>& answers, const std::vector<ParameterDraws>& draws,
                                             const ReplicateDesign& design, const std::string& scenario);

}  // namespace spires
