#include "indicators/cumulative_benefit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace spires {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(CumulativeBenefit, is_what_all_years_gain_over_what_all_years_live) {
    const std::vector<double> with{80, 83, 90}, without{80, 82, 88}, lived{100, 100, 300};
    EXPECT_DOUBLE_EQ(gained_per_1000(with, without, lived), 1000.0 * 3 / 500);
}

TEST(CumulativeBenefit, of_a_growing_place_is_not_told_by_its_last_year) {
    // Two places gain alike in each year lived; the one that doubles would look half as lucky by its last year alone.
    const std::vector<double> steady_with{81, 81}, steady{80, 80}, steady_lived{100, 100};
    const std::vector<double> growing_with{81, 162}, growing{80, 160}, growing_lived{100, 200};
    EXPECT_DOUBLE_EQ(gained_per_1000(steady_with, steady, steady_lived), gained_per_1000(growing_with, growing, growing_lived));
}

TEST(CumulativeBenefit, leaves_out_years_without_a_value_and_empty_places) {
    EXPECT_DOUBLE_EQ(gained_per_1000(std::vector<double>{9, none}, std::vector<double>{8, 8}, std::vector<double>{10, 10}), 100);
    EXPECT_TRUE(std::isnan(gained_per_1000(std::vector<double>{0}, std::vector<double>{0}, std::vector<double>{0})));
}

}  // namespace
}  // namespace spires
