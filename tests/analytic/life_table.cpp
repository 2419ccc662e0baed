#include "indicators/life_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace spires {
namespace {

using Hazard = std::function<double(double)>;

/// Survival to an age by Simpson's rule on the hazard, in steps of a hundredth of a year.
class Lifetime {
public:
    explicit Lifetime(const Hazard& hazard) {
        double cumulated = 0;
        survival_.push_back(1.0);
        for (std::size_t i = 0; i + 1 < points; ++i) {
            const double x = static_cast<double>(i) * step;
            cumulated += step / 6 * (hazard(x) + 4 * hazard(x + step / 2) + hazard(x + step));
            survival_.push_back(std::exp(-cumulated));
        }
    }
    [[nodiscard]] double survival(int age) const { return survival_[static_cast<std::size_t>(age * 100)]; }
    /// Years lived between two ages by a cohort of one.
    [[nodiscard]] double years(int from, int to) const {
        double sum = 0;
        for (auto i = static_cast<std::size_t>(from * 100); i < static_cast<std::size_t>(to * 100); ++i) sum += step / 2 * (survival_[i] + survival_[i + 1]);
        return sum;
    }
    /// Central death rates of the life table's bands, exactly.
    [[nodiscard]] ByLifeTableBand rates() const {
        ByLifeTableBand rates{};
        for (std::size_t band = 0; band < life_table_bands; ++band) {
            const bool open = band + 1 == life_table_bands;
            const int from = life_table_starts[band], to = open ? end : life_table_starts[band + 1];
            rates[band] = (survival(from) - (open ? 0.0 : survival(to))) / years(from, to);
        }
        return rates;
    }
    static constexpr int end = 999;

private:
    static constexpr double step = 0.01;
    static constexpr std::size_t points = end * 100 + 1;
    std::vector<double> survival_;
};

TEST(LifeExpectancy, under_a_constant_hazard_is_its_inverse_but_for_the_width_of_bands) {
    for (const double hazard : {0.002, 0.0125, 0.05}) {
        ByLifeTableBand rates{};
        rates.fill(hazard);
        const LifeTable table(rates);
        // Chiang's q with a = ½ misses by (n m)²/12 of a band: 2.6 ‰ at the largest of these.
        EXPECT_NEAR(table.expectancy[0] * hazard, 1.0, 0.006) << hazard;
        EXPECT_NEAR(table.expectancy[19] * hazard, 1.0, 1e-12) << "the open band is exact";
        EXPECT_NEAR(table.survivors[19], std::exp(-90 * hazard), 0.01) << hazard;
    }
}

TEST(LifeExpectancy, under_a_constant_hazard_is_what_the_bands_sum_to_by_hand) {
    constexpr double m = 0.03;
    ByLifeTableBand rates{};
    rates.fill(m);
    const LifeTable table(rates);
    // l(x+n)/l(x) = (1 − n m/2)/(1 + n m/2) in a band of n years; every year lived costs m deaths: e0 = 1/m.
    const double first = 1 - m / (1 + 0.9 * m), second = (1 - 2 * m) / (1 + 2 * m), others = (1 - 2.5 * m) / (1 + 2.5 * m);
    EXPECT_NEAR(table.survivors[19], first * second * std::pow(others, 17), 1e-14);
    EXPECT_NEAR(table.expectancy[0], 1 / m, 1e-10);
}

TEST(LifeExpectancy, under_gompertz_is_the_integral_of_survival) {
    for (const double level : {2e-5, 5e-5, 1e-4}) {
        const Lifetime life([=](double age) { return level * std::exp(0.095 * age); });
        const LifeTable table(life.rates());
        EXPECT_NEAR(table.expectancy[0], life.years(0, Lifetime::end), 0.06) << level;
        const std::size_t band = life_table_band(65);
        EXPECT_NEAR(table.expectancy[band], life.years(65, Lifetime::end) / life.survival(65), 0.06) << level;
        EXPECT_NEAR(table.survivors[band], life.survival(65), 1e-3) << level;
    }
}

TEST(LifeExpectancy, falls_when_any_rate_rises) {
    const Lifetime life([](double age) { return 5e-5 * std::exp(0.095 * age) + (age < 1 ? 0.004 : 0.0); });
    const auto rates = life.rates();
    const double before = LifeTable(rates).expectancy[0];
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        auto raised = rates;
        raised[band] *= 1.1;
        EXPECT_LT(LifeTable(raised).expectancy[0], before) << band;
    }
}

TEST(HealthyLifeExpectancy, is_the_share_times_life_expectancy_when_the_share_is_constant) {
    const LifeTable table(Lifetime([](double age) { return 5e-5 * std::exp(0.095 * age); }).rates());
    ByLifeTableBand share{};
    for (const double constant : {0.0, 0.5, 0.83, 1.0}) {
        share.fill(constant);
        for (std::size_t band = 0; band < life_table_bands; ++band) EXPECT_NEAR(table.healthy_expectancy(share, band), constant * table.expectancy[band], 1e-10);
    }
}

TEST(HealthyLifeExpectancy, counts_the_years_up_to_the_age_good_health_ends) {
    const Lifetime life([](double age) { return 5e-5 * std::exp(0.095 * age); });
    ByLifeTableBand share{};
    for (std::size_t band = 0; band < life_table_band(60); ++band) share[band] = 1;
    EXPECT_NEAR(LifeTable(life.rates()).healthy_expectancy(share), life.years(0, 60), 0.05);
}

}  // namespace
}  // namespace spires
