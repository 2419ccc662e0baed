#include "core/fixed_lanes.hpp"

#include "core/fixed_point.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/fixed_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

template <class D>
HWY_INLINE void fix_group(D d, const float* events, std::int64_t* fixed) {
    const auto exact = hn::PromoteTo(d, hn::LoadU(hn::Rebind<float, D>{}, events)) * hn::Set(d, fixed_point_unit);
    const auto wide = exact + hn::CopySign(hn::Set(d, 0.5), exact);
    const hn::Rebind<std::int64_t, D> whole;
#if HWY_TARGET == HWY_AVX3
    if constexpr (hn::MaxLanes(D{}) == 8) {  // years and events are small: Highway's own conversion also bounds what 64 bits do not hold
        hn::StoreU(hn::Vec<decltype(whole)>{_mm512_maskz_cvttpd_epi64(0xff, wide.raw)}, whole, fixed);
        return;
    }
#endif
    hn::StoreU(hn::ConvertTo(whole, wide), whole, fixed);
}

void fix_all(const float* events, std::int64_t* fixed, std::size_t rows) {
    const hn::ScalableTag<double> group;
    const hn::CappedTag<double, 1> single;
    std::size_t row = 0;
    for (; row + hn::Lanes(group) <= rows; row += hn::Lanes(group)) fix_group(group, events + row, fixed + row);
    for (; row < rows; ++row) fix_group(single, events + row, fixed + row);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(fix_all);
void to_fixed_point(const float* events, std::int64_t* fixed, std::size_t rows) { HWY_DYNAMIC_DISPATCH(fix_all)(events, fixed, rows); }
}  // namespace spires
#endif
