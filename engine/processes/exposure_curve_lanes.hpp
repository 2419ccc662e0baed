// Scores and the exposures they stand for, many people at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_PROCESSES_EXPOSURE_CURVE_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_PROCESSES_EXPOSURE_CURVE_LANES_HPP
#undef SPIRES_PROCESSES_EXPOSURE_CURVE_LANES_HPP
#else
#define SPIRES_PROCESSES_EXPOSURE_CURVE_LANES_HPP
#endif

#include "core/lanes.hpp"
#include "population/columns.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

inline constexpr std::int32_t curve_nodes = 13;

/// A score rounded to its column's units.
template <class D> HWY_INLINE Integer<D> to_score(D d, Real<D> z) {
    const auto scaled = hn::Min(hn::Max(z * real(d, score_scale), real(d, -32768.0)), real(d, 32767.0));
    return whole_part(d, scaled + hn::CopySign(real(d, 0.5), scaled));
}
template <class D> HWY_INLINE Real<D> from_score(D d, Integer<D> score) { return as_real(d, score) * real(d, 1.0 / score_scale); }

/// Q(z): linear between nodes half a standard deviation apart, flat beyond 3.
template <class D> HWY_INLINE Real<D> quantile(D d, const float* table, Integer<D> curve, Real<D> z) {
    const auto x = hn::Min(hn::Max((z + real(d, 3.0)) * real(d, 2.0), hn::Zero(d)), real(d, 12.0));
    const auto node = hn::Min(whole_part(d, x), integer(d, curve_nodes - 2));
    const auto at = curve * integer(d, curve_nodes) + node;
    const auto low = look_up(d, table, at), high = look_up(d, table + 1, at);
    return low + (x - as_real(d, node)) * (high - low);
}

/// An exposure in the units of its column.
template <class D> HWY_INLINE Integer<D> to_units(D d, Real<D> value, float unit) {
    const auto scaled = hn::Min(hn::Max(value * real(d, unit), hn::Zero(d)), real(d, 65535.0));
    return hn::Min(whole_part(d, scaled + real(d, 0.5)), integer(d, 65535));
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
