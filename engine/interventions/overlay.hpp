#pragma once
// What programmes move for the people of one block in one year.

#include "core/odds.hpp"

#include <cstddef>
#include <vector>

namespace spires {

/// By lever and row: a sum of additions and a product of ratios. A lever that nobody's programme
/// moves costs nothing and changes no bit; people who came after it was built are untouched.
class LeverOverlay {
public:
    void reset(std::size_t levers, std::size_t rows) {
        added_.assign(levers, {});
        ratio_.assign(levers, {});
        everybody_.assign(levers, 1.0);
        rows_ = rows;
    }
    void add(std::size_t lever, std::size_t row, double amount) {
        if (added_[lever].empty()) added_[lever].assign(rows_, 0.0);
        added_[lever][row] += amount;
    }
    void multiply(std::size_t lever, std::size_t row, double factor) {
        if (ratio_[lever].empty()) ratio_[lever].assign(rows_, 1.0);
        ratio_[lever][row] *= factor;
    }
    /// Of everybody, also of people who come later in the step.
    void multiply_all(std::size_t lever, double factor) { everybody_[lever] *= factor; }
    /// Whether anybody's ratio of this lever is moved this year.
    [[nodiscard]] bool moves_ratio(std::size_t lever) const noexcept { return !ratio_.empty() && (!ratio_[lever].empty() || everybody_[lever] != 1.0); }
    /// Whether anybody's ratio of this lever is above 1.
    [[nodiscard]] bool raises(std::size_t lever, std::size_t rows) const noexcept {
        if (!moves_ratio(lever)) return false;
        for (std::size_t row = 0; row < rows; ++row)
            if (ratio(lever, row) > 1.0) return true;
        return false;
    }
    /// Whether anything is added to anybody's lever this year.
    [[nodiscard]] bool moves_added(std::size_t lever) const noexcept { return !added_.empty() && !added_[lever].empty(); }
    [[nodiscard]] double added(std::size_t lever, std::size_t row) const noexcept {
        return added_.empty() || row >= added_[lever].size() ? 0.0 : added_[lever][row];
    }
    [[nodiscard]] double ratio(std::size_t lever, std::size_t row) const noexcept {
        return ratio_.empty() ? 1.0 : everybody_[lever] * programmes(lever, row);
    }
    /// The part of `ratio` that is everybody's, and the part that programmes add to it.
    [[nodiscard]] double everybody(std::size_t lever) const noexcept { return everybody_.empty() ? 1.0 : everybody_[lever]; }
    [[nodiscard]] double programmes(std::size_t lever, std::size_t row) const noexcept {
        return ratio_.empty() || row >= ratio_[lever].size() ? 1.0 : ratio_[lever][row];
    }

private:
    std::vector<std::vector<double>> added_, ratio_;
    std::vector<double> everybody_;  ///< by lever
    std::size_t rows_ = 0;
};

}  // namespace spires
