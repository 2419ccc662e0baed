#include "processes/illness_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/illness_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/product_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

void expect_disabilities(const DisabilityColumns& c, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto conditions = read(d, c.conditions + row);
        if (hn::AllTrue(IntegerTag<decltype(d)>{}, conditions == integer(d, 0))) return write(d, c.years + row, hn::Zero(d));
        const auto well = product_over(d, c.without, conditions);
        write(d, c.years + row, (real(d, 1.0) - well) * read(d, c.years_lived + row));
    });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(expect_disabilities);
void expect_disability(const DisabilityColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(expect_disabilities)(columns, rows); }
}  // namespace spires
#endif
