#include "processes/air_lanes.hpp"

#include "population/circumstances.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/air_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE void breathe_a_year(D d, const AirColumns& c, std::size_t row) {
    const auto now = hn::Max(look_up(d, c.outdoors, read(d, c.place + row)) + read_or(d, c.added, row, 0.0F), hn::Zero(d));
    const auto before = as_real(d, read(d, c.lagged + row));
    const auto after = before + real(d, c.lag_share) * (now * real(d, air_unit) - before);
    write(d, c.lagged + row, whole_part(d, hn::Min(after, real(d, 65535.0)) + real(d, 0.5)));
    const auto resident = hn::And(read(d, c.presence + row), integer(d, c.not_counted)) == integer(d, 0);
    write(d, c.counted + row, hn::IfThenElseZero(truth(d, resident), now));
}

void breathe_air(const AirColumns& columns, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { breathe_a_year(d, columns, row); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(breathe_air);
void breathe(const AirColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(breathe_air)(columns, rows); }
}  // namespace spires
#endif
