#include "population/synthesis/rounding.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace spires {
namespace {

int sum(const std::vector<int>& values) { return std::accumulate(values.begin(), values.end(), 0); }

TEST(Rounding, keeps_the_total_and_stays_within_one) {
    const std::vector<double> shape{0.2, 3.7, 1.1, 0.0, 5.0};
    const auto wanted = scaled_to(shape, 7);
    const auto whole = round_to_total(shape, 7);
    EXPECT_EQ(sum(whole), 7);
    for (std::size_t i = 0; i < shape.size(); ++i) EXPECT_LT(std::abs(whole[i] - wanted[i]), 1.0);
}

TEST(Rounding, shares_an_empty_shape_evenly) {
    EXPECT_EQ(round_to_total(std::vector<double>{0, 0, 0}, 6), (std::vector<int>{2, 2, 2}));
}

TEST(Rounding, carries_fractions_along) {
    std::vector<double> carry(3, 0.0), wanted{0.2, 0.3, 0.5};
    std::vector<int> totals(3, 0);
    for (int i = 0; i < 100; ++i) {
        const auto whole = round_with_carry(wanted, 1, carry);
        for (std::size_t c = 0; c < 3; ++c) totals[c] += whole[c];
    }
    EXPECT_EQ(totals, (std::vector<int>{20, 30, 50}));
}

TEST(Rounding, respects_capacity) {
    const auto whole = round_within(std::vector<double>{10, 1, 1}, std::vector<int>{2, 5, 5}, 8);
    EXPECT_EQ(sum(whole), 8);
    EXPECT_EQ(whole[0], 2);
    EXPECT_EQ(sum(round_within(std::vector<double>{1, 1}, std::vector<int>{2, 3}, 9)), 5);
    EXPECT_EQ(sum(round_within(std::vector<double>{1, 0}, std::vector<int>{2, 3}, 4)), 4);
}

TEST(Raking, meets_both_margins) {
    Matrix matrix(2, 3);
    matrix.cells = {1, 2, 3, 4, 5, 6};
    const std::vector<double> rows{10, 20}, columns{5, 10, 15};
    rake(matrix, rows, columns, 100);
    for (std::size_t r = 0; r < 2; ++r) EXPECT_NEAR(matrix.at(r, 0) + matrix.at(r, 1) + matrix.at(r, 2), rows[r], 1e-9);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(matrix.at(0, c) + matrix.at(1, c), columns[c], 1e-6);
}

TEST(Raking, keeps_impossible_cells_empty) {
    Matrix matrix(2, 2);
    matrix.cells = {0, 1, 1, 1};
    rake(matrix, std::vector<double>{3, 5}, std::vector<double>{4, 4}, 100);
    EXPECT_EQ(matrix.at(0, 0), 0.0);
}

TEST(Raking, rounds_with_both_margins_whole) {
    Matrix matrix(3, 2);
    matrix.cells = {1.5, 0.5, 0.75, 2.25, 1.75, 1.25};
    const auto whole = round_matrix(matrix, std::vector<int>{2, 3, 3});
    EXPECT_EQ(whole[0][0] + whole[1][0] + whole[2][0], 4);
    EXPECT_EQ(whole[0][0] + whole[0][1], 2);
    EXPECT_EQ(whole[2][0] + whole[2][1], 3);
}

TEST(Sizes, add_up_to_people_and_households) {
    const std::vector<double> shares{0.5, 0.3, 0.15, 0.05};
    for (const int people : {100, 170, 250, 400}) {
        const auto counts = sizes_adding_up(shares, 1, 100, people);
        int total = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) total += counts[i] * static_cast<int>(i + 1);
        EXPECT_EQ(sum(counts), 100);
        EXPECT_EQ(total, people);
    }
}

TEST(Sizes, come_as_near_as_they_can) {
    EXPECT_EQ(sizes_adding_up(std::vector<double>{0.5, 0.5}, 2, 10, 100), (std::vector<int>{0, 10}));
    EXPECT_EQ(sum(sizes_adding_up(std::vector<double>{0.5, 0.5}, 2, 0, 5)), 0);
}

}  // namespace
}  // namespace spires
