#include "indicators/measures.hpp"

#include "indicators/standardised_rate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spires {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t first_band_over_74 = life_table_band(75);

}  // namespace

ByLifeTableBand death_rates(const AreaCounts& counts, SexGroup sex) noexcept {
    ByLifeTableBand rates{};
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        const double years = counts.expected(Count::person_years, sex, band);
        rates[band] = years > 0 ? counts.expected(Count::expected_deaths, sex, band) / years : none;
    }
    return rates;
}

ByLifeTableBand good_health_shares(const AreaCounts& counts, SexGroup sex) noexcept {
    ByLifeTableBand shares{};
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        const double years = counts.expected(Count::person_years, sex, band);
        shares[band] = years > 0 ? counts.expected(Count::good_health_years, sex, band) / years : none;
    }
    return shares;
}

double life_expectancy(const AreaCounts& counts, SexGroup sex, std::size_t from) noexcept {
    return LifeTable(death_rates(counts, sex)).expectancy[from];
}

double healthy_life_expectancy(const AreaCounts& counts, SexGroup sex, std::size_t from) noexcept {
    return LifeTable(death_rates(counts, sex)).healthy_expectancy(good_health_shares(counts, sex), from);
}

double premature_mortality(const AreaCounts& counts, SexGroup sex) noexcept {
    const auto rates = death_rates(counts, sex);
    return standardised({rates.data(), first_band_over_74}, {european_standard_population.data(), first_band_over_74}) * 100000.0;
}

double share(const AreaCounts& counts, SexGroup sex, std::size_t numerator, std::size_t denominator) noexcept {
    const auto below = counts.total(denominator, sex);
    return below > 0 ? static_cast<double>(counts.total(numerator, sex)) / static_cast<double>(below) : none;
}

}  // namespace spires
