#pragma once
// The measures a user can take of an own table, in the manner OHID publishes them (docs/measure.md).
//
// All take the file and print nothing. Errors, UserError: 66 without the file, 65 with every problem of
// meaning at once. What makes a single group unfit gives it no value and a warning; other groups stand.

#include "indicators/slope.hpp"
#include "measure/measured.hpp"

#include <filesystem>

namespace spires {

/// Chiang's life expectancy with Silcocks's limits from `age`, `population`, `deaths`; with `healthy` also
/// `good_health` (share) and, if there, `respondents`, and Sullivan's healthy life expectancy has the limits.
[[nodiscard]] Measured measure_life(const std::filesystem::path& file, bool healthy, double confidence);

/// Slope index and relative index from `quantile` (1 = most deprived), `population`, `value` and `se`, or
/// `lower` and `upper` (95 %).
[[nodiscard]] Measured measure_slope(const std::filesystem::path& file, FigureKind kind, const SlopeOptions& options);

/// Which ages a standardised rate is of, and per how many people.
struct RateOptions {
    double confidence = 0.95;
    int from_age = 0, to_age = 90;  ///< first years of the first and last band
    double per = 100'000;
};

/// Directly standardised rate (European Standard Population 2013) with Dobson's limits from `age`, `events`,
/// `population`.
[[nodiscard]] Measured measure_rate(const std::filesystem::path& file, const RateOptions& options);

}  // namespace spires
