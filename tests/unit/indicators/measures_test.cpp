#include "indicators/measures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace spires {
namespace {

/// Counts of one area that a test fills by sex and band.
class Filled {
public:
    void put(Count quantity, std::size_t sex, std::size_t band, double events) { at(quantity, sex, band) = to_fixed_point(events); }
    void put_whole(Count quantity, std::size_t sex, std::size_t band, std::int64_t people) { at(quantity, sex, band) = people; }
    [[nodiscard]] AreaCounts counts() const { return {layout_, values_.data()}; }

private:
    std::int64_t& at(Count quantity, std::size_t sex, std::size_t band) { return values_[(sex * life_table_bands + band) * layout_.width() + layout_.of(quantity)]; }
    TallyLayout layout_{2, 1};
    std::vector<std::int64_t> values_ = std::vector<std::int64_t>(sexes * life_table_bands * layout_.width(), 0);
};

/// Women die at 1 % a year and men at 2 %, and nine in ten years are in good health.
Filled constant_rates() {
    Filled filled;
    for (std::size_t band = 0; band < life_table_bands; ++band)
        for (std::size_t sex = 0; sex < sexes; ++sex) {
            const double years = sex == 0 ? 3000.0 : 1000.0;
            filled.put(Count::person_years, sex, band, years);
            filled.put(Count::expected_deaths, sex, band, years * (sex == 0 ? 0.01 : 0.02));
            filled.put(Count::good_health_years, sex, band, years * 0.9);
        }
    return filled;
}

TEST(StandardPopulation, sums_to_a_hundred_thousand) {
    EXPECT_EQ(std::accumulate(european_standard_population.begin(), european_standard_population.end(), 0.0), 100000.0);
}

TEST(DeathRates, are_deaths_over_person_years_and_persons_weigh_both_sexes_by_their_years) {
    const Filled filled = constant_rates();
    EXPECT_NEAR(death_rates(filled.counts(), SexGroup::female)[7], 0.01, 1e-9);
    EXPECT_NEAR(death_rates(filled.counts(), SexGroup::male)[7], 0.02, 1e-9);
    EXPECT_NEAR(death_rates(filled.counts(), SexGroup::persons)[7], 0.0125, 1e-9);
}

TEST(DeathRates, are_unknown_where_nobody_lived) {
    const Filled nobody;
    EXPECT_TRUE(std::isnan(death_rates(nobody.counts(), SexGroup::persons)[0]));
    EXPECT_TRUE(std::isnan(life_expectancy(nobody.counts(), SexGroup::persons, 0)));
    EXPECT_TRUE(std::isnan(premature_mortality(nobody.counts(), SexGroup::persons)));
}

TEST(PrematureMortality, of_one_rate_at_all_ages_is_that_rate) {
    const Filled filled = constant_rates();
    EXPECT_NEAR(premature_mortality(filled.counts(), SexGroup::female), 1000.0, 1e-4);
    EXPECT_NEAR(premature_mortality(filled.counts(), SexGroup::male), 2000.0, 1e-4);
}

TEST(PrematureMortality, counts_bands_under_75_by_their_standard_weight_and_no_others) {
    Filled filled;
    for (std::size_t band = 0; band < life_table_bands; ++band) filled.put(Count::person_years, 0, band, 100);
    filled.put(Count::expected_deaths, 0, life_table_band(74), 1);
    const double under_75 = 100000.0 - 4000 - 2500 - 1500 - 1000;
    EXPECT_NEAR(premature_mortality(filled.counts(), SexGroup::female), 0.01 * 5000 / under_75 * 1e5, 1e-6);
    filled.put(Count::expected_deaths, 0, life_table_band(75), 50);
    EXPECT_NEAR(premature_mortality(filled.counts(), SexGroup::female), 0.01 * 5000 / under_75 * 1e5, 1e-6);
}

TEST(HealthyLifeExpectancy, with_one_share_at_all_ages_is_that_share_of_life_expectancy) {
    const Filled filled = constant_rates();
    for (const std::size_t from : {std::size_t{0}, band_65})
        EXPECT_NEAR(healthy_life_expectancy(filled.counts(), SexGroup::male, from), 0.9 * life_expectancy(filled.counts(), SexGroup::male, from), 1e-6);
    EXPECT_EQ(life_table_starts[band_65], 65);
}

TEST(Share, is_a_ratio_of_whole_counts_over_all_ages_and_unknown_without_anybody) {
    Filled filled;
    filled.put_whole(Count::lonely, 0, 5, 3);
    filled.put_whole(Count::lonely, 1, 9, 1);
    filled.put_whole(Count::adults_16_plus, 0, 5, 10);
    filled.put_whole(Count::adults_16_plus, 0, 9, 10);
    const auto& layout = filled.counts().layout();
    EXPECT_DOUBLE_EQ(share(filled.counts(), SexGroup::persons, layout.of(Count::lonely), layout.of(Count::adults_16_plus)), 0.2);
    EXPECT_TRUE(std::isnan(share(filled.counts(), SexGroup::male, layout.of(Count::lonely), layout.of(Count::adults_16_plus))));
}

}  // namespace
}  // namespace spires
