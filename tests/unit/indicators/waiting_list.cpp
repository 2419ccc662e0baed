#include "indicators/waiting_list.hpp"

#include "support/city.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace spires::testing {

const QueueShares shares{0.3, 0.4};

TEST(WaitingList, takes_its_shares_from_the_draw_and_never_more_than_all) {
    Parameters drawn = Parameters::read(city::inputs());
    drawn.set("camhs_supported_share", 0.35);
    drawn.set("camhs_closed_share", 0.40);
    EXPECT_EQ(queue_shares(drawn).taken, 0.35);
    EXPECT_EQ(queue_shares(drawn).closed, 0.40);
    drawn.set("camhs_closed_share", 0.80);
    EXPECT_EQ(queue_shares(drawn).closed, 0.65);
}

TEST(WaitingList, stands_still_while_referrals_do) {
    const auto queue = run_queue(std::vector<double>(10, 1000.0), std::vector<double>(10, 0.0), shares);
    for (std::size_t year = 0; year < 10; ++year) {
        EXPECT_NEAR(queue.waiting[year], 300, 1e-9);
        EXPECT_NEAR(queue.taken[year], 300, 1e-9);
        EXPECT_NEAR(queue.closed[year], 400, 1e-9);
    }
}

TEST(WaitingList, grows_with_referrals_as_places_do_not) {
    std::vector<double> referrals(20, 1000.0);
    for (std::size_t year = 5; year < 20; ++year) referrals[year] = 1200.0;
    const auto queue = run_queue(referrals, std::vector<double>(20, 0.0), shares);
    EXPECT_GT(queue.waiting[19], queue.waiting[4]);
    EXPECT_NEAR(queue.taken[19], queue.taken[4], 1e-9);
    // Where it settles: who comes new equals who is closed or taken. A = w + 0.7 r, w = 0.6 A - 300.
    EXPECT_NEAR(queue.waiting[19], (0.6 * 0.7 * 1200 - 300) / 0.4, 1.0);
}

TEST(WaitingList, shrinks_with_places_and_never_below_nobody) {
    std::vector<double> added(10, 0.0);
    for (std::size_t year = 3; year < 10; ++year) added[year] = 100.0;
    const auto queue = run_queue(std::vector<double>(10, 1000.0), added, shares);
    EXPECT_LT(queue.waiting[9], queue.waiting[2]);
    for (auto& places : added) places = 1e6;
    const auto plenty = run_queue(std::vector<double>(10, 1000.0), added, shares);
    EXPECT_DOUBLE_EQ(plenty.waiting[9], 0);
}

TEST(WaitingList, loses_nobody) {
    const std::vector<double> referrals{1000, 1100, 900, 1500, 800};
    const auto queue = run_queue(referrals, {0, 50, 0, 0, 200}, shares);
    double waiting = 300;
    for (std::size_t year = 0; year < referrals.size(); ++year) {
        EXPECT_NEAR(waiting + 0.7 * referrals[year], queue.waiting[year] + queue.taken[year] + queue.closed[year], 1e-9);
        waiting = queue.waiting[year];
    }
}

}  // namespace spires::testing
