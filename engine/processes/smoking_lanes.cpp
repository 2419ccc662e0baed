#include "processes/smoking_lanes.hpp"

#include "core/axes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/smoking_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

constexpr int youngest_smoker = 10, longest_since_quitting = 60;

template <class D>
HWY_INLINE std::size_t change(D d, const SmokingColumns& c, std::size_t row, std::uint32_t* changing) {
    const auto habit = read(d, reinterpret_cast<const std::uint8_t*>(c.smoking) + row);
    const auto ex = habit == integer(d, static_cast<int>(Smoking::ex));
    const auto current = habit == integer(d, static_cast<int>(Smoking::current));
    const auto never = habit == integer(d, static_cast<int>(Smoking::never));
    const auto stratum = read(d, c.sex_age + row) * integer(d, static_cast<std::int32_t>(deciles)) + read(d, c.decile + row);
    auto hazard = look_up(d, c.hazard, stratum * integer(d, 3) + habit);
    hazard = hn::IfThenElse(truth(d, never), hazard * read_or(d, c.initiation_ratio, row, 1.0F), hazard);
    hazard = hn::IfThenElse(truth(d, current), hazard * read_or(d, c.quitting_ratio, row, 1.0F), hazard);
    const auto grown = read(d, c.age + row) > integer(d, youngest_smoker - 1);
    const auto changes = hn::And(integer_truth(d, happens(d, c.words + row, one_minus_exp_minus(d, hazard))), grown);

    const auto years = read(d, c.years_since_quitting + row);
    const auto stays_ex = hn::AndNot(changes, hn::And(ex, grown));
    const auto longer = hn::Min(years + integer(d, 1), integer(d, longest_since_quitting));
    write(d, c.years_since_quitting + row, hn::IfThenElse(stays_ex, longer, years));
    return note_rows(d, truth(d, changes), row, changing);
}

std::size_t find_smoking_changes(const SmokingColumns& columns, std::size_t rows, std::uint32_t* changing) {
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
HWY_EXPORT(find_smoking_changes);
std::size_t find_changes(const SmokingColumns& columns, std::size_t rows, std::uint32_t* changing) {
    return HWY_DYNAMIC_DISPATCH(find_smoking_changes)(columns, rows, changing);
}
}  // namespace spires
#endif
