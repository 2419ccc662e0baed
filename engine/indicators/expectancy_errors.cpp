#include "indicators/expectancy_errors.hpp"

#include <cmath>

namespace spires {

namespace {

constexpr std::size_t open = life_table_bands - 1;

/// Variance of q in a closed band; none without deaths, or where all die.
double dying_variance(const LifeTable& table, const ObservedDeaths& observed, std::size_t band) noexcept {
    const double q = table.dying[band];
    return table.survivors[band] == table.survivors[band + 1] ? 0.0 : q * q * (1.0 - q) / observed.deaths[band];
}

/// Variance a band adds, times the square of the survivors at birth, by its deaths.
double variance_of_deaths(const LifeTable& table, const ObservedDeaths& observed, const ByLifeTableBand& share, std::size_t band) noexcept {
    const double survivors = table.survivors[band];
    if (band == open) {
        const double years = survivors * share[band] / observed.rates[band];
        return years * years / observed.deaths[band];
    }
    // One more death takes from a survivor what is left of the band and all that comes after it.
    const double lost = (1.0 - share_lived_by_the_dying(band)) * band_width(band) * share[band] + table.healthy_expectancy(share, band + 1);
    return survivors * survivors * lost * lost * dying_variance(table, observed, band);
}

double variance_of_share(const LifeTable& table, const ObservedShare& state, std::size_t band) noexcept {
    if (!(state.respondents[band] > 0)) return 0;
    const double years = table.person_years[band], share = state.share[band];
    return years * years * share * (1.0 - share) / state.respondents[band];
}

}  // namespace

ByLifeTableBand expectancy_errors(const LifeTable& table, const ObservedDeaths& observed) noexcept {
    ObservedShare everybody{};
    everybody.share.fill(1.0);
    return healthy_expectancy_errors(table, observed, everybody);
}

ByLifeTableBand healthy_expectancy_errors(const LifeTable& table, const ObservedDeaths& observed, const ObservedShare& state) noexcept {
    ByLifeTableBand errors{};
    double variance = 0;
    for (std::size_t band = life_table_bands; band-- > 0;) {
        variance += variance_of_deaths(table, observed, state.share, band) + variance_of_share(table, state, band);
        errors[band] = std::sqrt(variance) / table.survivors[band];
    }
    return errors;
}

}  // namespace spires
