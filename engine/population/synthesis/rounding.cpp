#include "population/synthesis/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>

namespace spires {

namespace {

/// A fraction this near a whole number is one: what additions leave behind is far smaller.
constexpr double nearly = 1e-7;

/// Raking of so many columns (0: any number). A row is scaled and added to the sums of the next
/// round in one visit: the sums are those of a pass of its own, in the same order.
template <std::size_t Columns>
void rake_columns(Matrix& matrix, std::span<const double> row_totals,
                  std::span<const double> column_totals, int rounds) {
    const std::size_t columns = Columns == 0 ? matrix.columns : Columns;
    std::conditional_t<Columns == 0, std::vector<double>, std::array<double, Columns>> sums{},
        factors{};
    if constexpr (Columns == 0) sums.resize(columns), factors.resize(columns);
    double* cell = matrix.cells.data();
    for (std::size_t r = 0; r < matrix.rows; ++r, cell += columns)
        for (std::size_t c = 0; c < columns; ++c) sums[c] += cell[c];
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t c = 0; c < columns; ++c) {
            factors[c] = sums[c] > 0 ? column_totals[c] / sums[c] : 0.0;
            sums[c] = 0.0;
        }
        cell = matrix.cells.data();
        for (std::size_t r = 0; r < matrix.rows; ++r, cell += columns) {
            double sum = 0;
            for (std::size_t c = 0; c < columns; ++c) sum += cell[c] *= factors[c];
            const double factor = sum > 0 ? row_totals[r] / sum : 0.0;
            for (std::size_t c = 0; c < columns; ++c) sums[c] += cell[c] *= factor;
        }
    }
}

}  // namespace

std::vector<double> scaled_to(std::span<const double> shape, double total) {
    const double sum = std::accumulate(shape.begin(), shape.end(), 0.0);
    std::vector<double> scaled(shape.begin(), shape.end());
    for (auto& value : scaled)
        value = sum > 0 ? value * total / sum : total / static_cast<double>(shape.size());
    return scaled;
}

std::vector<int> round_with_carry(std::span<const double> wanted, int total,
                                  std::vector<double>& carry) {
    std::vector<int> whole(wanted.size());
    std::vector<double> left(wanted.size());
    int sum = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const double value = wanted[i] + carry[i];
        whole[i] = std::max(0, static_cast<int>(std::floor(value + nearly)));
        left[i] = value - whole[i];
        sum += whole[i];
    }
    for (; sum < total; ++sum) {
        const auto most = static_cast<std::size_t>(std::ranges::max_element(left) - left.begin());
        ++whole[most];
        left[most] -= 1.0;
    }
    for (; sum > total; --sum) {
        std::size_t least = whole.size();
        for (std::size_t i = 0; i < whole.size(); ++i)
            if (whole[i] > 0 && (least == whole.size() || left[i] < left[least])) least = i;
        --whole[least];
        left[least] += 1.0;
    }
    carry = std::move(left);
    return whole;
}

std::vector<int> round_to_total(std::span<const double> shape, int total) {
    std::vector<double> carry(shape.size(), 0.0);
    return round_with_carry(scaled_to(shape, total), total, carry);
}

std::vector<int> round_within(std::span<const double> shape, std::span<const int> capacity,
                              int total) {
    std::vector<int> result(shape.size(), 0);
    const int room = std::accumulate(capacity.begin(), capacity.end(), 0);
    for (int left = std::min(total, room); left > 0;) {
        std::vector<double> open(shape.size(), 0.0);
        double sum = 0;
        for (std::size_t i = 0; i < shape.size(); ++i)
            if (result[i] < capacity[i]) sum += open[i] = shape[i];
        if (sum <= 0)
            for (std::size_t i = 0; i < shape.size(); ++i) open[i] = capacity[i] - result[i];
        const auto more = round_to_total(open, left);
        for (std::size_t i = 0; i < shape.size(); ++i) {
            const int taken = std::min(more[i], capacity[i] - result[i]);
            result[i] += taken;
            left -= taken;
        }
    }
    return result;
}

void rake(Matrix& matrix, std::span<const double> row_totals, std::span<const double> column_totals,
          int rounds) {
    switch (matrix.columns) {
        case 2: return rake_columns<2>(matrix, row_totals, column_totals, rounds);
        case 4: return rake_columns<4>(matrix, row_totals, column_totals, rounds);
        case 5: return rake_columns<5>(matrix, row_totals, column_totals, rounds);
        case 6: return rake_columns<6>(matrix, row_totals, column_totals, rounds);
        default: return rake_columns<0>(matrix, row_totals, column_totals, rounds);
    }
}

std::vector<std::vector<int>> round_matrix(const Matrix& matrix, std::span<const int> row_totals) {
    std::vector<double> carry(matrix.columns, 0.0);
    std::vector<std::vector<int>> rounded;
    for (std::size_t r = 0; r < matrix.rows; ++r)
        rounded.push_back(round_with_carry(matrix.row(r), row_totals[r], carry));
    return rounded;
}

std::vector<double> tilted_to_mean(std::span<const double> shares, int first, double mean) {
    std::vector<double> tilted(shares.size());
    const auto tilt = [&](double factor) {
        double power = 1, sum = 0, weighted = 0;
        for (std::size_t i = 0; i < shares.size(); ++i, power *= factor) {
            sum += tilted[i] = shares[i] * power;
            weighted += tilted[i] * static_cast<double>(first + static_cast<int>(i));
        }
        for (auto& share : tilted) share /= sum;
        return weighted / sum;
    };
    double low = 1e-3, high = 1e3;
    for (int round = 0; round < 60; ++round) {
        // Half way on the scale of ratios, without a root: the harmonic mean serves as well.
        const double middle = 2.0 * low * high / (low + high);
        (tilt(middle) < mean ? low : high) = middle;
    }
    tilt(high);
    return tilted;
}

std::vector<int> sizes_adding_up(std::span<const double> shares, int first, int count, int total) {
    if (count <= 0) return std::vector<int>(shares.size(), 0);
    auto counts =
        round_to_total(tilted_to_mean(shares, first, static_cast<double>(total) / count), count);
    int sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += counts[i] * (first + static_cast<int>(i));
    // Move single things up or down one size until the total is met, from the commonest size that
    // can.
    while (sum != total) {
        const bool up = sum < total;
        std::size_t best = counts.size();
        for (std::size_t i = up ? 0 : 1; i + (up ? 1 : 0) < counts.size(); ++i)
            if (counts[i] > 0 && (best == counts.size() || counts[i] > counts[best])) best = i;
        if (best == counts.size()) break;
        --counts[best];
        ++counts[up ? best + 1 : best - 1];
        sum += up ? 1 : -1;
    }
    return counts;
}

}  // namespace spires
