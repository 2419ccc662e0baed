#include "population/synthesis/quotas.hpp"
#include "population/synthesis/shelves.hpp"

#include <gtest/gtest.h>

namespace spires {
namespace {

TEST(Quotas, are_met_exactly_and_odds_decide_who) {
    Luck luck(1, 0);
    Matrix odds(1000, 2);
    for (std::size_t r = 0; r < 1000; ++r) odds.at(r, 0) = r < 500 ? 4.0 : 1.0, odds.at(r, 1) = 1.0;
    const auto chosen = draw_by_odds(odds, std::vector<int>{400, 600}, luck);
    int first = 0, likely = 0;
    for (std::size_t r = 0; r < 1000; ++r) first += chosen[r] == 0, likely += chosen[r] == 0 && r < 500;
    EXPECT_EQ(first, 400);
    // Odds of 4 to 1: x(500 - y) / (y(500 - x)) = 4 with x + y = 400 gives x = 276.
    EXPECT_NEAR(likely, 276, 30);
}

TEST(Quotas, choose_exactly_so_many) {
    Luck luck(2, 0);
    const std::vector<double> odds{0.1, 5.0, 0.0, 2.0, 0.4, 1.0};
    for (const int total : {0, 1, 3, 5, 6}) {
        const auto chosen = choose_by_odds(odds, total, luck);
        EXPECT_EQ(std::count(chosen.begin(), chosen.end(), 1), total);
    }
}

TEST(Luck, belongs_to_seed_and_stream) {
    Luck a(7, 3), b(7, 3), c(7, 4), d(8, 3);
    const double first = a.uniform();
    EXPECT_EQ(first, b.uniform());
    EXPECT_NE(first, c.uniform());
    EXPECT_NE(first, d.uniform());
}

TEST(Shelves, give_the_nearest_within_reach) {
    Shelves shelves;
    shelves.put(30, 1);
    shelves.put(36, 2);
    EXPECT_EQ(shelves.take_nearest(34, 0, 100), 2U);
    EXPECT_EQ(shelves.take_nearest(34, 33, 100), Shelves::nothing);
    EXPECT_EQ(shelves.take_nearest(34, 20, 10), Shelves::nothing);
    EXPECT_EQ(shelves.take_nearest(90, 0, 200), 1U);
    EXPECT_EQ(shelves.size(), 0U);
}

}  // namespace
}  // namespace spires
