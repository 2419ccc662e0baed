#pragma once
// Choosing by odds while totals are met exactly.

#include "population/synthesis/luck.hpp"
#include "population/synthesis/rounding.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// One column for each row of `odds`, drawn so that each column is taken exactly `totals` times (they add up
/// to the rows) and rows with higher odds take a column more often. Odds count only relative to each other.
[[nodiscard]] std::vector<std::uint8_t> draw_by_odds(Matrix odds, std::span<const int> totals, Luck& luck);

/// Exactly `total` of the rows, those with higher odds more often (logit shift, then systematic sampling).
[[nodiscard]] std::vector<char> choose_by_odds(std::span<const double> odds, int total, Luck& luck);

}  // namespace spires
