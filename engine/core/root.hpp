#pragma once
// Where a rising function crosses zero.

namespace spires {

/// The root of a function that rises between `low` and `high`, by `halvings` of the interval: 50 of 0 to 1 are exact to 1e-15.
template <class Rising>
[[nodiscard]] double root_between(double low, double high, Rising&& rising, int halvings = 50) {
    for (int halving = 0; halving < halvings; ++halving) {
        const double middle = 0.5 * (low + high);
        (rising(middle) < 0 ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace spires
