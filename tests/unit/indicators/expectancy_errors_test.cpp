#include "indicators/expectancy_errors.hpp"
#include "support/ohid_example.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires {
namespace {

constexpr double four_decimals = 0.5e-4;
constexpr double z = 1.959963984540054;

ObservedDeaths observed_of(const std::array<testing::PublishedBand, life_table_bands>& bands) {
    ObservedDeaths observed{};
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        observed.rates[band] = bands[band].deaths / bands[band].population;
        observed.deaths[band] = bands[band].deaths;
    }
    return observed;
}

TEST(ExpectancyErrors, give_the_limits_ohid_publishes) {
    const ObservedDeaths observed = observed_of(testing::ohid_life_table);
    const LifeTable table(observed.rates);
    const ByLifeTableBand errors = expectancy_errors(table, observed);
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        const auto& published = testing::ohid_life_table[band];
        EXPECT_NEAR(table.expectancy[band], published.value, four_decimals) << band;
        EXPECT_NEAR(table.expectancy[band] - z * errors[band], published.lower, four_decimals) << band;
        EXPECT_NEAR(table.expectancy[band] + z * errors[band], published.upper, four_decimals) << band;
    }
}

TEST(ExpectancyErrors, of_a_state_everyone_is_in_are_those_of_life) {
    const ObservedDeaths observed = observed_of(testing::ohid_life_table);
    const LifeTable table(observed.rates);
    ObservedShare all{};
    all.share.fill(1);
    all.respondents.fill(100);
    EXPECT_EQ(healthy_expectancy_errors(table, observed, all), expectancy_errors(table, observed));
    ObservedShare half = all;
    half.share.fill(0.5);
    half.respondents.fill(0);
    EXPECT_NEAR(healthy_expectancy_errors(table, observed, half)[0], expectancy_errors(table, observed)[0] / 2, 1e-12);
}

TEST(ExpectancyErrors, grow_where_fewer_were_asked) {
    const ObservedDeaths observed = observed_of(testing::ohid_life_table);
    const LifeTable table(observed.rates);
    ObservedShare state{};
    state.share.fill(0.8);
    const double known = healthy_expectancy_errors(table, observed, state)[0];
    state.respondents.fill(1000);
    const double asked = healthy_expectancy_errors(table, observed, state)[0];
    double years_squared = 0;
    for (const double years : table.person_years) years_squared += years * years;
    EXPECT_NEAR(asked * asked - known * known, years_squared * 0.8 * 0.2 / 1000, 1e-10);
}

TEST(ExpectancyErrors, take_no_part_from_a_band_without_deaths) {
    auto bands = testing::ohid_life_table;
    bands[2].deaths = 0;
    const ObservedDeaths observed = observed_of(bands);
    const LifeTable table(observed.rates);
    EXPECT_EQ(table.dying[2], 0);
    EXPECT_EQ(expectancy_errors(table, observed)[2] * table.survivors[2], expectancy_errors(table, observed)[3] * table.survivors[3]);
}

TEST(LifeTable, has_no_expectancy_left_after_a_band_in_which_all_die) {
    ByLifeTableBand rates{};
    rates.fill(0.01);
    rates[10] = 0.5;  // 5 · ½ · 0.5 > 1: nobody leaves the band
    const LifeTable table(rates);
    EXPECT_EQ(table.dying[10], 1);
    EXPECT_EQ(table.expectancy[11], 0);
    EXPECT_NEAR(table.expectancy[10], 2.5, 1e-12);
    ObservedDeaths observed{rates, {}};
    observed.deaths.fill(10);
    EXPECT_TRUE(std::isfinite(expectancy_errors(table, observed)[0]));
    EXPECT_TRUE(std::isnan(expectancy_errors(table, observed)[11]));
}

}  // namespace
}  // namespace spires
