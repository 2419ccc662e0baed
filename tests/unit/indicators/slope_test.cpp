#include "indicators/slope.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires {
namespace {

// The two areas of the example in the documentation of OHID's phe_sii; slopes worked out apart from this
// program, with exact fractions, from the regression that page tells.
const UncertainFigures area_1{{7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534},
                              {75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3},
                              {1.64, 1.58, 1.51, 1.78, 1.7, 1.56, 1.37, 1.4, 2.43, 1.57}};
const UncertainFigures area_2{{21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312},
                              {70.5, 71.6, 72.5, 73.5, 73.1, 76.2, 78.7, 80.6, 80.9, 80},
                              {0.23, 0.26, 0.3, 0.16, 0.79, 0.78, 0.4, 0.28, 0.23, 0.35}};

TEST(Ridits, are_the_middles_of_ranges) {
    const std::vector<double> people{12, 10, 78};
    const std::vector<double> middles = ridits(people);
    EXPECT_DOUBLE_EQ(middles[0], 0.06);
    EXPECT_DOUBLE_EQ(middles[1], 0.17);
    EXPECT_DOUBLE_EQ(middles[2], 0.61);
}

TEST(Slope, of_a_straight_line_is_that_line_whatever_the_populations) {
    const std::vector<double> people{5, 40, 10, 25, 20};
    std::vector<double> figures;
    for (const double place : ridits(people)) figures.push_back(70 + 9.5 * place);
    const Slope slope = SlopeFit(people)(figures);
    EXPECT_NEAR(slope.intercept, 70, 1e-12);
    EXPECT_NEAR(slope.index, 9.5, 1e-12);
    EXPECT_NEAR(slope.relative(), 79.5 / 70, 1e-12);
}

TEST(Slope, agrees_with_ohids_regression) {
    const Slope first = SlopeFit(area_1.populations)(area_1.values), second = SlopeFit(area_2.populations)(area_2.values);
    EXPECT_NEAR(first.index, 7.0002347601, 1e-9);
    EXPECT_NEAR(first.relative(), 1.0897097049, 1e-9);
    EXPECT_NEAR(first.intercept, 78.0320787695, 1e-9);
    EXPECT_NEAR(second.index, 12.6227385636, 1e-9);
    EXPECT_NEAR(second.relative(), 1.1820343480, 1e-9);
    EXPECT_NEAR(second.intercept, 69.3426196881, 1e-9);
}

TEST(SlopeLimits, of_normal_figures_come_near_those_of_the_formula) {
    const SlopeWithLimits found = slope_with_limits(area_1, {});
    EXPECT_NEAR(found.lower, 3.1534, 0.03);   // a limit of 100,000 repetitions scatters by 0.008 standard errors of 1.96
    EXPECT_NEAR(found.upper, 10.8470, 0.03);
    EXPECT_LT(found.relative_lower, found.relative);
    EXPECT_GT(found.relative_upper, found.relative);
    EXPECT_NEAR(slope_with_limits(area_2, {}).lower, 12.0117, 0.01);
}

TEST(SlopeLimits, belong_to_the_seed_and_widen_with_confidence) {
    SlopeOptions options;
    options.repetitions = 2000;
    const SlopeWithLimits once = slope_with_limits(area_1, options), again = slope_with_limits(area_1, options);
    EXPECT_EQ(once.lower, again.lower);
    EXPECT_EQ(once.relative_upper, again.relative_upper);
    options.confidence = 0.998;
    EXPECT_LT(slope_with_limits(area_1, options).lower, once.lower);
    options.confidence = 0.95;
    options.seed = 2;
    EXPECT_NE(slope_with_limits(area_1, options).lower, once.lower);
}

TEST(SlopeLimits, of_figures_without_error_are_the_slope) {
    UncertainFigures sure = area_1;
    sure.errors.assign(10, 0);
    const SlopeWithLimits found = slope_with_limits(sure, {});
    EXPECT_DOUBLE_EQ(found.lower, found.index);
    EXPECT_DOUBLE_EQ(found.relative_upper, found.relative);
}

TEST(SlopeLimits, with_a_negative_multiplier_turn_round) {
    SlopeOptions options;
    options.repetitions = 5000;
    const SlopeWithLimits plain = slope_with_limits(area_1, options);
    options.multiplier = -100;
    const SlopeWithLimits turned = slope_with_limits(area_1, options);
    EXPECT_DOUBLE_EQ(turned.index, -100 * plain.index);
    EXPECT_DOUBLE_EQ(turned.relative, 1 / plain.relative);
    EXPECT_LT(turned.lower, turned.index);
    EXPECT_NEAR(turned.lower, -100 * plain.upper, 3);
}

TEST(ErrorOfLimits, is_on_the_scale_on_which_figures_scatter) {
    EXPECT_NEAR(error_of_limits(70, 70 + 2 * 1.959963984540054, FigureKind::other), 1, 1e-12);
    EXPECT_NEAR(error_of_limits(100, 121, FigureKind::rate), std::log(1.21) / 2 / 1.959963984540054, 1e-12);
    EXPECT_NEAR(error_of_limits(0.4, 0.6, FigureKind::proportion), std::log(1.5) / 1.959963984540054, 1e-12);
}

TEST(SlopeLimits, of_rates_scatter_by_their_logarithm) {
    // OHID's DSR_data of 2010: five quintiles with Dobson limits.
    UncertainFigures rates{{1434002, 1450590, 1453827, 1440980, 1457780}, {150.2200205, 131.0221747, 127.4954973, 130.494241, 135.4664241}, {}, FigureKind::rate};
    const double lower[] = {147.3194183, 128.3676972, 125.0421198, 128.2469515, 133.2469515}, upper[] = {153.1498241, 133.7051129, 129.975513, 132.7657553, 137.8657553};
    for (std::size_t i = 0; i < 5; ++i) rates.errors.push_back(error_of_limits(lower[i], upper[i], FigureKind::rate));
    const SlopeWithLimits found = slope_with_limits(rates, {});
    EXPECT_NEAR(found.index, -14.8486825848, 1e-9);
    EXPECT_NEAR(found.relative, 0.8956757890, 1e-9);
    EXPECT_NEAR(found.intercept, 142.3320861069, 1e-9);
    EXPECT_LT(found.lower, found.index);
    EXPECT_LT(found.index, found.upper);
}

}  // namespace
}  // namespace spires
