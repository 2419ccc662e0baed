#pragma once
// One event for each of a list of people.

#include "tallies/tallies.hpp"

#include <span>

namespace spires {

/// Adds one to a flow at each of these keys. Keys of people are as good as random, so the next are asked for ahead.
inline void count_each(TallySheet& tallies, Count quantity, std::span<const std::int32_t> keys) noexcept {
    const auto counts = tallies.counts(quantity);
    tallies.open(keys);
    for (std::size_t k = 0; k < keys.size(); ++k) {
        if (k + rows_ahead < keys.size()) bring_near(&counts[keys[k + rows_ahead]], 1);
        ++counts[keys[k]];
    }
}

}  // namespace spires
