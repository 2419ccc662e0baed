#include "population/synthesis/quotas.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace spires {

namespace {

constexpr int raking_rounds = 12;

double expected_at(std::span<const double> odds, double factor) {
    double expected = 0;
    for (const double o : odds) expected += o * factor / (1 + o * factor);
    return expected;
}

/// Where the expected number surely crosses `total`. The sum is concave in the factor, so that
/// Newton's steps rise to the crossing and never pass it.
std::pair<double, double> near_crossing(std::span<const double> odds, int total) {
    constexpr double beside = 2e-11, sure = 1e-12;  // both far above what adding up leaves behind
    double factor = total / std::accumulate(odds.begin(), odds.end(), 0.0);
    for (int round = 0; round < 40; ++round) {
        double expected = 0, slope = 0;
        for (const double o : odds) {
            const double p = o * factor / (1 + o * factor);
            expected += p;
            slope += p * (1 - p);
        }
        const double step = (total - expected) / slope;  // relative
        factor *= 1 + step;
        if (!(step > beside / 4)) break;
    }
    const double low = factor * (1 - beside), high = factor * (1 + beside);
    const bool found = expected_at(odds, low) < total * (1 - sure) && expected_at(odds, high) > total * (1 + sure);
    return found ? std::pair{low, high} : std::pair{0.0, std::numeric_limits<double>::infinity()};
}

/// The common factor on all odds that makes the expected number chosen equal to `total`, by
/// halving; only next to the crossing need the halves be told apart by a sum.
double common_factor(std::span<const double> odds, int total) {
    const auto [surely_below, surely_above] = near_crossing(odds, total);
    constexpr double lowest = 1e-9;
    double low = lowest, high = 1e9;
    for (int round = 0; round < 100; ++round) {
        const double middle = low * high < 1 ? 2.0 * low * high / (low + high) : (low + high) / 2.0;
        if (middle == high || (middle == low && low > lowest)) break;  // no number between them
        const bool below = middle <= surely_below ||
                           (middle < surely_above && expected_at(odds, middle) < total);
        (below ? low : high) = middle;
    }
    return high;
}

}  // namespace

std::vector<std::uint8_t> draw_by_odds(Matrix odds, std::span<const int> totals, Luck& luck) {
    const std::vector<double> ones(odds.rows, 1.0), columns(totals.begin(), totals.end());
    for (auto& cell : odds.cells)
        cell += 1e-9;  // everything is possible where a total leaves no choice
    rake(odds, ones, columns, raking_rounds);
    std::vector<double> expected(odds.columns, 0.0), weights(odds.columns);
    for (std::size_t r = 0; r < odds.rows; ++r)
        for (std::size_t c = 0; c < odds.columns; ++c) expected[c] += odds.at(r, c);
    std::vector<int> left(totals.begin(), totals.end());
    std::vector<std::size_t> order(odds.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    luck.shuffle(order);
    std::vector<std::uint8_t> chosen(odds.rows);
    for (const auto row : order) {
        for (std::size_t c = 0; c < odds.columns; ++c)
            weights[c] =
                left[c] > 0 ? odds.at(row, c) * left[c] / std::max(expected[c], 1e-6) + 1e-12 : 0.0;
        const std::size_t column = luck.pick(weights);
        for (std::size_t c = 0; c < odds.columns; ++c) expected[c] -= odds.at(row, c);
        --left[column];
        chosen[row] = static_cast<std::uint8_t>(column);
    }
    return chosen;
}

std::vector<char> choose_by_odds(std::span<const double> odds, int total, Luck& luck) {
    std::vector<char> chosen(odds.size(), 0);
    const double factor = common_factor(odds, total);
    std::vector<std::size_t> order(odds.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    luck.shuffle(order);
    // Walk along the summed chances and take whoever the next whole step falls on.
    double at = luck.uniform();
    int taken = 0;
    for (const auto row : order) {
        at += odds[row] * factor / (1 + odds[row] * factor);
        if (at < 1.0 || taken == total) continue;
        at -= 1.0;
        chosen[row] = 1;
        ++taken;
    }
    for (const auto row : order)
        if (taken < total && !chosen[row]) chosen[row] = 1, ++taken;
    return chosen;
}

}  // namespace spires
