#include "indicators/standardised_rate.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace spires {

namespace {

double cube(double x) noexcept { return x * x * x; }

/// Variance of the standardised rate of Poisson events: Σ w²·x/n² / (Σ w)².
double variance_of(std::span<const double> events, std::span<const double> populations, std::span<const double> standard) noexcept {
    double squares = 0, total = 0;
    for (std::size_t band = 0; band < events.size(); ++band) {
        const double weight = standard[band] / populations[band];
        squares += events[band] * weight * weight;
        total += standard[band];
    }
    return squares / (total * total);
}

}  // namespace

double standardised(std::span<const double> rates, std::span<const double> standard) noexcept {
    double weighted = 0, total = 0;
    for (std::size_t band = 0; band < rates.size(); ++band) {
        weighted += rates[band] * standard[band];
        total += standard[band];
    }
    return weighted / total;
}

WithLimits byar_limits(double events, double z) noexcept {
    const double above = events + 1;
    const double lower = events * cube(1 - 1 / (9 * events) - z / (3 * std::sqrt(events)));
    return {events, lower < 0 ? std::numeric_limits<double>::quiet_NaN() : lower,
            above * cube(1 - 1 / (9 * above) + z / (3 * std::sqrt(above)))};
}

std::optional<WithLimits> directly_standardised(std::span<const double> events, std::span<const double> populations,
                                                std::span<const double> standard, double z) {
    std::vector<double> rates;
    double total = 0;
    for (std::size_t band = 0; band < events.size(); ++band) {
        rates.push_back(events[band] / populations[band]);
        total += events[band];
    }
    if (total < fewest_events) return {};
    const double value = standardised(rates, standard);
    const WithLimits count = byar_limits(total, z);
    // Dobson: the rate's error is to the count's as the square root of their variances.
    const double scale = std::sqrt(variance_of(events, populations, standard) / total);
    return WithLimits{value, value + scale * (count.lower - total), value + scale * (count.upper - total)};
}

}  // namespace spires
