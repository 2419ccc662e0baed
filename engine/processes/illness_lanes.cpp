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

std::size_t expect_disabilities(const DisabilityColumns& c, std::size_t rows, std::uint32_t* ill) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto conditions = read(d, c.conditions + row);
        const auto well = product_over(d, c.without, conditions);
        write(d, c.years + row, (real(d, 1.0) - well) * read(d, c.years_lived + row));
        found += note_rows(d, truth(d, conditions != integer(d, 0)), row, ill + found);
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
