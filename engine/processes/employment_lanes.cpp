#include "processes/employment_lanes.hpp"

#include "core/axes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/employment_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/random_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE std::size_t change(D d, const EmploymentColumns& c, std::size_t row, std::uint32_t* changing) {
    const auto status = read(d, reinterpret_cast<const std::uint8_t*>(c.status) + row);
    const auto stratum = read(d, c.sex_age + row) * integer(d, static_cast<std::int32_t>(deciles)) + read(d, c.decile + row);
    const auto at = stratum * integer(d, static_cast<std::int32_t>(status_slots)) + status;
    const auto words = draw(d, c.luck, row);
    const auto drawn = hn::Or(word_happens(d, words.first, look_up(d, c.falling, at)), word_happens(d, words.second, look_up(d, c.turnover, status)));
    const auto grown = read(d, c.age + row) > integer(d, c.first_age - 1);
    const auto resident = hn::And(read(d, c.presence + row), integer(d, c.arriving)) == integer(d, 0);
    return note_rows(d, hn::And(drawn, truth(d, hn::And(grown, resident))), row, changing);
}

std::size_t find_status_changes(const EmploymentColumns& columns, std::size_t rows, std::uint32_t* changing) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { found += change(d, columns, row, changing + found); });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_status_changes);
std::size_t find_changes(const EmploymentColumns& columns, std::size_t rows, std::uint32_t* changing) {
    return HWY_DYNAMIC_DISPATCH(find_status_changes)(columns, rows, changing);
}
}  // namespace spires
#endif
