// Expected events as fixed-point integers, a group at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_CORE_FIXED_POINT_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_CORE_FIXED_POINT_LANES_HPP
#undef SPIRES_CORE_FIXED_POINT_LANES_HPP
#else
#define SPIRES_CORE_FIXED_POINT_LANES_HPP
#endif

#include "core/fixed_point.hpp"
#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

template <class D> using FixedTag = hn::Rebind<std::int64_t, D>;  ///< of a group of doubles
template <class D> using Fixed = hn::Vec<FixedTag<D>>;

/// A group of numbers of events, as many as `d` has doubles, rounded to the nearest unit, of two the even one.
template <class D>
HWY_INLINE Fixed<D> fixed_point_of(D d, hn::Vec<hn::Rebind<float, D>> events) {
#if HWY_TARGET == HWY_AVX3
    // A power of two costs a float nothing, and events are few: Highway's own conversion also bounds what 64 bits do not hold.
    if constexpr (hn::MaxLanes(D{}) == 8) return Fixed<D>{_mm512_maskz_cvtps_epi64(0xff, (events * hn::Set(hn::Rebind<float, D>{}, static_cast<float>(fixed_point_unit))).raw)};
    else
#endif
        return hn::ConvertTo(FixedTag<D>{}, hn::Round(hn::PromoteTo(d, events) * hn::Set(d, fixed_point_unit)));
}
template <class D>
HWY_INLINE Fixed<D> fixed_point(D d, const float* events) { return fixed_point_of(d, hn::LoadU(hn::Rebind<float, D>{}, events)); }

/// Adds a vector of events to the counts that stand side by side, of which there are `room`.
template <class D>
HWY_INLINE void add_fixed_point(D d, hn::Vec<D> events, std::int64_t* counts, std::size_t room) {
    const auto add = [](auto wide, std::int64_t* to, auto part) HWY_ATTR {
        const FixedTag<decltype(wide)> fixed;
        hn::StoreU(hn::LoadU(fixed, to) + fixed_point_of(wide, part), fixed, to);
    };
#if HWY_TARGET <= HWY_AVX2
    static_cast<void>(d);
    const hn::Half<D> half;
    const hn::Rebind<double, decltype(half)> wide;
    add(wide, counts, hn::LowerHalf(half, events));
    if (room > hn::Lanes(half)) add(wide, counts + hn::Lanes(half), hn::UpperHalf(half, events));
#else
    alignas(16) float each[hn::MaxLanes(D{})];
    hn::Store(events, d, each);
    const hn::CappedTag<double, 1> one;
    for (std::size_t i = 0; i < hn::Lanes(d) && i < room; ++i) add(one, counts + i, hn::LoadU(hn::Rebind<float, decltype(one)>{}, each + i));
#endif
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
