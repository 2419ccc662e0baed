#include "indicators/standardised_rate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace spires {
namespace {

constexpr double z = 1.959963984540054;
const std::vector<double> standard{5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000};
const std::vector<double> events{4, 1, 0, 3, 6, 9, 11, 15, 22, 31, 47, 60, 85, 120, 160, 190, 170, 120, 90};
const std::vector<double> people{21000, 20400, 19800, 20100, 26000, 27500, 24100, 22900, 21500, 20700, 21900, 22300, 19800, 17200, 15600, 12400, 8100, 4700, 2300};

// Expected figures were worked out apart from this program, with exact fractions.
TEST(DirectlyStandardised, has_dobsons_limits) {
    const auto rate = directly_standardised(events, people, standard, z);
    ASSERT_TRUE(rate);
    EXPECT_NEAR(rate->value * 1e5, 369.7000822, 1e-6);
    EXPECT_NEAR(rate->lower * 1e5, 348.4531919, 1e-6);
    EXPECT_NEAR(rate->upper * 1e5, 391.8974824, 1e-6);
}

TEST(DirectlyStandardised, takes_ten_events_and_no_fewer) {
    std::vector<double> few(19, 0);
    few[14] = 10;
    const auto rate = directly_standardised(few, people, standard, z);
    ASSERT_TRUE(rate);
    EXPECT_NEAR(rate->value * 1e5, 3.2051282, 1e-6);
    EXPECT_NEAR(rate->lower * 1e5, 1.5344391, 1e-6);
    EXPECT_NEAR(rate->upper * 1e5, 5.8946983, 1e-6);
    few[14] = 9;
    EXPECT_FALSE(directly_standardised(few, people, standard, z));
}

TEST(DirectlyStandardised, of_the_standard_itself_is_its_crude_rate) {
    const auto rate = directly_standardised(events, standard, standard, z);
    EXPECT_NEAR(rate->value, 1144.0 / 100000, 1e-12);
    EXPECT_NEAR(rate->lower, byar_limits(1144, z).lower / 100000, 1e-12);
}

TEST(ByarLimits, are_close_to_the_exact_ones_of_ten_events) {
    EXPECT_NEAR(byar_limits(10, z).lower, 4.795, 0.01);
    EXPECT_NEAR(byar_limits(10, z).upper, 18.390, 0.01);
    EXPECT_TRUE(std::isnan(byar_limits(1, 4).lower));
}

}  // namespace
}  // namespace spires
