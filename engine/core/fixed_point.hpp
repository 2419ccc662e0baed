#pragma once
// Expected events in 64-bit integers, so that any order of adding gives the same bits.

#include <cstdint>

namespace spires {

/// One event in fixed point: units of 2⁻³² of an event, up to two thousand million events.
inline constexpr double fixed_point_unit = 0x1p32;

/// An expected number of events (or person-years) as a fixed-point integer, rounded to nearest.
[[nodiscard]] inline std::int64_t to_fixed_point(double events) noexcept {
    return static_cast<std::int64_t>(events * fixed_point_unit + (events < 0 ? -0.5 : 0.5));
}
[[nodiscard]] inline double from_fixed_point(std::int64_t fixed) noexcept {
    return static_cast<double>(fixed) / fixed_point_unit;
}

}  // namespace spires
