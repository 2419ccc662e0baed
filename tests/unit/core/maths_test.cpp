#include "core/maths.hpp"
#include "core/quantity.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires {
namespace {

TEST(Exponential, agrees_with_libm_to_thirteen_figures) {
    for (double x = -699; x <= 699; x += 0.137) EXPECT_NEAR(exponential(x) / std::exp(x), 1.0, 1e-13) << x;
    for (double x = -1; x <= 1; x += 0.00037) EXPECT_NEAR(exponential(x) / std::exp(x), 1.0, 5e-16) << x;
    EXPECT_EQ(exponential(0), 1.0);
}

TEST(Exponential, is_zero_far_below_and_finite_far_above) {
    EXPECT_EQ(exponential(-701), 0.0);
    EXPECT_EQ(exponential(-1e9), 0.0);
    EXPECT_TRUE(std::isfinite(exponential(1e9)));
}

TEST(Logarithm, agrees_with_libm_to_thirteen_figures) {
    for (double x = 1e-300; x < 1e300; x *= 1.7) EXPECT_NEAR(logarithm(x) / std::log(x), 1.0, 1e-13) << x;
    // Near one the logarithm itself is small: the error is told against x.
    for (double x = 0.5; x < 2; x += 0.00071) EXPECT_NEAR(logarithm(x), std::log(x), 3e-16) << x;
    EXPECT_EQ(logarithm(1), 0.0);
}

TEST(OneMinusExpMinus, keeps_its_figures_for_small_hazards) {
    for (double x = 1e-12; x < 30; x *= 1.09) EXPECT_NEAR(one_minus_exp_minus(x) / -std::expm1(-x), 1.0, 1e-10) << x;
    EXPECT_EQ(one_minus_exp_minus(0), 0.0);
    EXPECT_LE(one_minus_exp_minus(1e6), 1.0);
}

TEST(NormalQuantile, turns_the_distribution_function_of_libm_back_to_nine_figures) {
    const auto distribution = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
    // Beyond 6 on the upper side 1 − p itself has no figures left.
    for (double z = -7; z <= 6; z += 0.013) EXPECT_NEAR(normal_quantile(distribution(z)), z, 1.2e-9 * (1 + std::abs(z)) + (z > 5 ? 1e-6 : 0)) << z;
    EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(NormalDistribution, is_within_a_ten_millionth_of_libm) {
    for (double z = -8; z <= 8; z += 0.0173) EXPECT_NEAR(normal_cdf(z), 0.5 * std::erfc(-z / std::sqrt(2.0)), 1e-7) << z;
}

TEST(Within, half_a_step_twice_is_a_whole_one) {
    const Hazard hazard{0.3};
    const double half = within(hazard, 0.5).value();
    EXPECT_NEAR(1 - (1 - half) * (1 - half), within(hazard, 1.0).value(), 1e-15);
    EXPECT_EQ(within(Hazard{0}, 1).value(), 0.0);
}

}  // namespace
}  // namespace spires
