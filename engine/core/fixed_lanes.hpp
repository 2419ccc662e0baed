#pragma once
// Columns of expected events as fixed-point integers, many at a time.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace spires {

/// `to_fixed_point` of each of `rows` numbers of events.
void to_fixed_point(const float* events, std::int64_t* fixed, std::size_t rows);

/// A stretch of rows whose fixed-point numbers stay in the nearest memory until they are added.
inline constexpr std::size_t fixed_stretch = 512;
using FixedStretch = std::array<std::int64_t, fixed_stretch>;

/// Calls visit(first, last) for stretches of rows.
template <class Visit>
void over_stretches(std::size_t rows, Visit visit) {
    for (std::size_t first = 0; first < rows; first += fixed_stretch) visit(first, std::min(first + fixed_stretch, rows));
}

}  // namespace spires
