#include "core/fixed_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/fixed_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/fixed_point_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

void fix_all(const float* events, std::int64_t* fixed, std::size_t rows) {
    const hn::ScalableTag<double> group;
    const hn::CappedTag<double, 1> single;
    std::size_t row = 0;
    for (; row + hn::Lanes(group) <= rows; row += hn::Lanes(group)) hn::StoreU(fixed_point(group, events + row), FixedTag<decltype(group)>{}, fixed + row);
    for (; row < rows; ++row) hn::StoreU(fixed_point(single, events + row), FixedTag<decltype(single)>{}, fixed + row);
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
