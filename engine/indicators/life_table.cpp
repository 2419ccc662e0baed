#include "indicators/life_table.hpp"

namespace spires {

LifeTable::LifeTable(const ByLifeTableBand& death_rates) noexcept {
    constexpr std::size_t open = life_table_bands - 1;
    survivors[0] = 1.0;
    for (std::size_t band = 0; band < open; ++band) {
        const double n = band_width(band), a = band == 0 ? 0.1 : 0.5, m = death_rates[band];
        const double q = n * m / (1.0 + n * (1.0 - a) * m);
        const double dying = survivors[band] * (q < 1.0 ? q : 1.0);
        survivors[band + 1] = survivors[band] - dying;
        person_years[band] = n * survivors[band + 1] + a * n * dying;
    }
    person_years[open] = survivors[open] / death_rates[open];
    double years = 0;
    for (std::size_t band = life_table_bands; band-- > 0;) {
        years += person_years[band];
        expectancy[band] = years / survivors[band];
    }
}

double LifeTable::healthy_expectancy(const ByLifeTableBand& share, std::size_t band) const noexcept {
    double years = 0;
    for (std::size_t b = life_table_bands; b-- > band;) years += person_years[b] * share[b];
    return years / survivors[band];
}

}  // namespace spires
