#pragma once
// Rates made comparable between populations of different ages.

#include <array>
#include <optional>
#include <span>

namespace spires {

/// A figure with its limits.
struct WithLimits {
    double value, lower, upper;
};

/// Mean of rates by band weighted by a standard population: Σ w·r / Σ w, in the unit of the rates.
[[nodiscard]] double standardised(std::span<const double> rates, std::span<const double> standard) noexcept;

/// Byar's limits of a Poisson count of `events` > 0 (Breslow and Day 1987); z is the normal quantile of the
/// wanted confidence. The lower one is NaN where the approximation falls below 0.
[[nodiscard]] WithLimits byar_limits(double events, double z) noexcept;

/// Fewer events than this say too little for a rate with limits (OHID).
inline constexpr double fewest_events = 10;

/// Directly standardised rate with Dobson's limits around Byar's (Dobson and others 1991), per person-year.
/// Events and populations > 0 by band. Nothing with fewer than ten events in all.
[[nodiscard]] std::optional<WithLimits> directly_standardised(std::span<const double> events, std::span<const double> populations,
                                                              std::span<const double> standard, double z);

}  // namespace spires
