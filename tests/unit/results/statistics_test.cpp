#include "results/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace spires {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

TEST(statistics, of_a_few_replicates_by_hand) {
    // mean 5, squares 9 1 1 1 0 0 4 16 = 32, sd = sqrt(32/7); t with 7 degrees of freedom is 2.364624.
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    const Estimate found = Reduction(8).estimate(values);
    EXPECT_DOUBLE_EQ(found.mean, 5);
    EXPECT_DOUBLE_EQ(found.sd, std::sqrt(32.0 / 7));
    EXPECT_DOUBLE_EQ(found.p50, 4.5);
    EXPECT_NEAR(found.p97_5, 5 + 2.364624252 * std::sqrt(32.0 / 7), 1e-8);
    EXPECT_NEAR(found.p2_5, 5 - 2.364624252 * std::sqrt(32.0 / 7), 1e-8);
}

TEST(statistics, probability_is_students_of_mean_over_sd) {
    // Two differences 1 and 3: mean 2, sd √2, so t = √2 with one degree of freedom: 1/2 + atan(√2)/π.
    const std::vector<double> values{1, 3};
    const double expected = 0.5 + std::atan(std::sqrt(2.0)) / std::acos(-1.0);
    EXPECT_NEAR(Reduction(2).probability_better(values, "higher"), expected, 1e-12);
    EXPECT_NEAR(Reduction(2).probability_better(values, "lower"), 1 - expected, 1e-12);
    EXPECT_TRUE(std::isnan(Reduction(2).probability_better(values, "none")));
}

TEST(statistics, without_spread_the_probability_is_none_half_or_all) {
    const Reduction reduction(4);
    EXPECT_EQ(reduction.probability_better(std::vector<double>(4, 0.1), "higher"), 1);
    EXPECT_EQ(reduction.probability_better(std::vector<double>(4, 0.1), "lower"), 0);
    EXPECT_EQ(reduction.probability_better(std::vector<double>(4, 0.0), "lower"), 0.5);
    EXPECT_EQ(reduction.estimate(std::vector<double>(4, 0.1)).sd, 0);
    EXPECT_EQ(reduction.estimate(std::vector<double>(4, 0.1)).mean, 0.1);
}

TEST(statistics, from_two_hundred_replicates_on_they_are_empirical) {
    std::vector<double> values(201);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>((i * 7) % 201) - 50;  // -50 … 150
    const Estimate found = Reduction(201).estimate(values);
    EXPECT_DOUBLE_EQ(found.p2_5, -45);
    EXPECT_DOUBLE_EQ(found.p97_5, 145);
    // 150 above zero, one tie, 50 below.
    EXPECT_DOUBLE_EQ(Reduction(201).probability_better(values, "higher"), 150.5 / 201);
    EXPECT_DOUBLE_EQ(Reduction(201).probability_better(values, "lower"), 50.5 / 201);
}

TEST(statistics, quantiles_are_of_type_seven) {
    const std::vector<double> sorted{1, 2, 4, 8};  // R: quantile(c(1,2,4,8), c(.1,.5,.9)) is 1.3 3.0 6.8
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.1), 1.3);
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.5), 3);
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.9), 6.8);
    EXPECT_DOUBLE_EQ(quantile(sorted, 1), 8);
}

TEST(statistics, a_missing_value_leaves_none) {
    const std::vector<double> values{1, no_value, 3};
    EXPECT_TRUE(std::isnan(Reduction(3).estimate(values).mean));
    EXPECT_TRUE(std::isnan(Reduction(3).estimate(values).p50));
    EXPECT_TRUE(std::isnan(Reduction(3).probability_better(values, "higher")));
    EXPECT_TRUE(std::isnan(spread_parts(std::vector<double>{1, no_value, 3, 4}, 2).parameter_sd));
}

TEST(statistics, one_replicate_has_a_mean_and_no_interval) {
    const Estimate found = Reduction(1).estimate(std::vector<double>{7});
    EXPECT_EQ(found.mean, 7);
    EXPECT_EQ(found.p50, 7);
    EXPECT_TRUE(std::isnan(found.sd) && std::isnan(found.p2_5));
}

TEST(statistics, spread_splits_into_luck_and_parameters) {
    // Draws (1,3) (5,7) (9,11): within mean square 2, means 2 6 10, between mean square 2·16 = 32.
    const SpreadParts parts = spread_parts(std::vector<double>{1, 3, 5, 7, 9, 11}, 2);
    EXPECT_DOUBLE_EQ(parts.monte_carlo_sd, std::sqrt(2.0 / 6));
    EXPECT_DOUBLE_EQ(parts.parameter_sd, std::sqrt((32.0 - 2) / 2));
}

TEST(statistics, the_mean_is_known_as_well_as_its_draws_tell) {
    // √(32 / 6) · 4.302653, t with two degrees of freedom; the seeds of a single draw are independent.
    EXPECT_NEAR(Reduction(6, 2).half_width_of_mean(std::vector<double>{1, 3, 5, 7, 9, 11}), 4.30265272975 * std::sqrt(32.0 / 6), 1e-9);
    EXPECT_NEAR(Reduction(2, 2).half_width_of_mean(std::vector<double>{1, 3}), 12.7062047362 * std::sqrt(2.0 / 2), 1e-6);
    EXPECT_TRUE(std::isnan(Reduction(1).half_width_of_mean(std::vector<double>{1})));
    EXPECT_THROW(Reduction(5, 2), std::logic_error);
}

TEST(statistics, parameters_never_have_less_than_no_spread) {
    const SpreadParts parts = spread_parts(std::vector<double>{1, 9, 9, 1}, 2);
    EXPECT_EQ(parts.parameter_sd, 0);
    EXPECT_DOUBLE_EQ(parts.monte_carlo_sd, std::sqrt(32.0 / 4));
    EXPECT_TRUE(std::isnan(spread_parts(std::vector<double>{1, 2}, 1).monte_carlo_sd));
    EXPECT_TRUE(std::isnan(spread_parts(std::vector<double>{1, 2}, 2).parameter_sd));
}

}  // namespace
}  // namespace spires
