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

/// The few who are ill first: the product is over all conditions.
std::size_t expect_disabilities(const DisabilityColumns& c, std::size_t rows, std::uint32_t* ill) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { found += note_rows(d, truth(d, read(d, c.conditions + row) != integer(d, 0)), row, ill + found); });
    over_rows(found, [&](auto d, std::size_t k) HWY_ATTR {
        const auto row = read(d, ill + k);
        const auto well = product_over(d, c.without, look_up(d, reinterpret_cast<const std::int32_t*>(c.conditions), row));
        write(d, c.years + k, (real(d, 1.0) - well) * look_up(d, c.years_lived, row));
    });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(expect_disabilities);
std::size_t expect_disability(const DisabilityColumns& columns, std::size_t rows, std::uint32_t* ill) {
    return HWY_DYNAMIC_DISPATCH(expect_disabilities)(columns, rows, ill);
}
}  // namespace spires
#endif
