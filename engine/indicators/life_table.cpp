#include "indicators/life_table.hpp"

namespace spires {

namespace {

constexpr std::size_t open = life_table_bands - 1;

/// NaN survivors must stay NaN: only an exact 0 says that nobody lives so long.
double per_survivor(double years, double survivors) noexcept { return survivors == 0 ? 0.0 : years / survivors; }

}  // namespace

LifeTable::LifeTable(const ByLifeTableBand& death_rates) noexcept {
    survivors[0] = 1.0;
    for (std::size_t band = 0; band < open; ++band) {
        const double n = band_width(band), a = share_lived_by_the_dying(band), m = death_rates[band];
        const double q = n * m / (1.0 + n * (1.0 - a) * m);
        dying[band] = q > 1.0 ? 1.0 : q;
        const double deaths = survivors[band] * dying[band];
        survivors[band + 1] = survivors[band] - deaths;
        person_years[band] = n * survivors[band + 1] + a * n * deaths;
    }
    dying[open] = 1.0;
    person_years[open] = survivors[open] / death_rates[open];
    double years = 0;
    for (std::size_t band = life_table_bands; band-- > 0;) {
        years += person_years[band];
        expectancy[band] = per_survivor(years, survivors[band]);
    }
}

double LifeTable::healthy_expectancy(const ByLifeTableBand& share, std::size_t band) const noexcept {
    double years = 0;
    for (std::size_t b = life_table_bands; b-- > band;) years += person_years[b] * share[b];
    return per_survivor(years, survivors[band]);
}

}  // namespace spires
