#pragma once
// Shares and their odds.

#include "core/root.hpp"

#include <utility>

namespace spires {

/// The chance that odds raised by a ratio mean.
[[nodiscard]] constexpr double with_odds_ratio(double probability, double ratio) noexcept {
    return ratio == 1.0 ? probability : ratio * probability / (1.0 - probability + ratio * probability);
}

/// Shares {first, second} of two groups with a common `mean`, where `second_part` of all people [0, 1] belong to the
/// second group, whose odds are `odds_ratio` times those of the first.
[[nodiscard]] inline std::pair<double, double> split_share(double mean, double second_part, double odds_ratio) noexcept {
    const double first = root_between(0, 1, [&](double share) { return (1.0 - second_part) * share + second_part * with_odds_ratio(share, odds_ratio) - mean; });
    return mean <= 0 || mean >= 1 ? std::pair{mean, mean} : std::pair{first, with_odds_ratio(first, odds_ratio)};
}

}  // namespace spires
