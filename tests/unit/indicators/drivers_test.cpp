#include "indicators/drivers.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires {
namespace {

/// Forty draws of two independent parameters; the answer is 3·first + second, the same for both seeds.
struct Example {
    std::vector<ParameterDraws> draws{{"first", "1", "", {}}, {"second", "1", "", {}}, {"constant", "1", "", {}}, {"other/effect", "1", "", {}}};
    std::vector<double> answers;
    ReplicateDesign design{40, 2};

    Example() {
        for (int i = 0; i < 40; ++i) {
            const double a = i % 8 - 3.5, b = i / 8 - 2.0;
            draws[0].values.push_back(a);
            draws[1].values.push_back(b);
            draws[2].values.push_back(7);
            draws[3].values.push_back(3 * a + b);
            for (int seed = 0; seed < 2; ++seed) answers.push_back(3 * a + b);
        }
    }
};

TEST(Drivers, have_their_share_of_the_variance_and_the_largest_comes_first) {
    const Example example;
    const auto drivers = drivers_of(example.answers, example.draws, example.design, "mine");
    ASSERT_EQ(drivers.size(), 2) << "neither what does not vary nor what belongs to another scenario";
    const double first = 9 * 5.25, second = 2;  // variances of the two parts
    EXPECT_EQ(drivers[0].parameter, "first");
    EXPECT_NEAR(drivers[0].share, first / (first + second), 0.01);
    EXPECT_NEAR(drivers[1].share, second / (first + second), 0.03);
    EXPECT_TRUE(drivers[0].sure);
    EXPECT_FALSE(drivers[1].sure) << "a correlation of 0.2 in forty draws may be chance";
    EXPECT_GT(drivers[0].correlation, 0);
    EXPECT_EQ(drivers_of(example.answers, example.draws, example.design, "other").size(), 3);
}

TEST(Drivers, are_not_told_from_few_draws) {
    const Example example;
    EXPECT_TRUE(drivers_of({1, 2, 3, 4, 5, 6}, example.draws, {3, 2}, "mine").empty());
}

TEST(VarianceParts, add_up_to_one) {
    // Of one replicate: parameters 4, luck 0.1² × 100 = 1.
    const VarianceParts parts = variance_parts({0.1, 2}, 100);
    EXPECT_DOUBLE_EQ(parts.parameters, 0.8);
    EXPECT_DOUBLE_EQ(parts.monte_carlo, 0.2);
    EXPECT_TRUE(std::isnan(variance_parts({0.1, std::nan("")}, 100).parameters));
}

}  // namespace
}  // namespace spires
