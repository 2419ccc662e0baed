#pragma once
// From expected counts to whole people: scaling, rounding that keeps totals, raking.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace spires {

/// Shares (or any shape) scaled to a total; an empty shape becomes an even one.
[[nodiscard]] std::vector<double> scaled_to(std::span<const double> shape, double total);

/// Whole numbers that add up to `total`, each within one of `wanted + carry`; `carry` takes what rounding
/// left over, so that sums along a sequence of calls stay within one too (controlled rounding).
/// Needs: wanted adds up to total, carry adds up to 0. Ties go to the first.
[[nodiscard]] std::vector<int> round_with_carry(std::span<const double> wanted, int total, std::vector<double>& carry);

/// Whole numbers nearest to a shape scaled to `total` (largest remainders).
[[nodiscard]] std::vector<int> round_to_total(std::span<const double> shape, int total);

/// As round_to_total, but nothing above its capacity; what does not fit is spread over the others.
/// Adds up to less than `total` only when all capacities together do.
[[nodiscard]] std::vector<int> round_within(std::span<const double> shape, std::span<const int> capacity, int total);

/// A matrix in rows: cell (r, c) at r * columns + c.
struct Matrix {
    std::size_t rows = 0, columns = 0;
    std::vector<double> cells;

    Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), cells(r * c, 0.0) {}
    [[nodiscard]] double& at(std::size_t r, std::size_t c) { return cells[r * columns + c]; }
    [[nodiscard]] double at(std::size_t r, std::size_t c) const { return cells[r * columns + c]; }
    [[nodiscard]] std::span<double> row(std::size_t r) { return {cells.data() + r * columns, columns}; }
    [[nodiscard]] std::span<const double> row(std::size_t r) const { return {cells.data() + r * columns, columns}; }
};

/// Iterative proportional fitting of a matrix to row and column totals; ends on the rows.
void rake(Matrix& matrix, std::span<const double> row_totals, std::span<const double> column_totals, int rounds = 30);

/// Controlled rounding of a matrix whose row and column totals are whole: both stay exact.
[[nodiscard]] std::vector<std::vector<int>> round_matrix(const Matrix& matrix, std::span<const int> row_totals);

/// Tilts shares of 1, 2, 3 … (in that order, `first` being the value of the first) by a power so that their
/// mean is as wished; a mean out of reach gives the nearest. The result adds up to 1.
[[nodiscard]] std::vector<double> tilted_to_mean(std::span<const double> shares, int first, double mean);

/// How many of `count` things have each size, adding up to exactly `total` where the sizes allow it.
[[nodiscard]] std::vector<int> sizes_adding_up(std::span<const double> shares, int first, int count, int total);

}  // namespace spires
