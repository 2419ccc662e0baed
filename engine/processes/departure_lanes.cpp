#include "processes/departure_lanes.hpp"

#include "processes/departures.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/departure_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/random_lanes.hpp"
#include "population/person_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// As `leaver`: students, others, and whoever lives with their parents.
template <class D>
HWY_INLINE Integer<D> kind_of(D d, const PersonColumns& people, std::size_t row, Integer<D> age) {
    const auto is = [&](auto value, auto wanted) HWY_ATTR { return value == integer(d, static_cast<std::int32_t>(wanted)); };
    const auto status = read(d, reinterpret_cast<const std::uint8_t*>(people.economic_status.data()) + row);
    const auto role = read(d, reinterpret_cast<const std::uint8_t*>(people.role.data()) + row);
    const auto of_age = hn::And(age > integer(d, youngest_student - 1), age < integer(d, oldest_student + 1));
    const auto studies = hn::And(of_age, is(status, EconomicStatus::education));
    const auto by_table = hn::IfThenElse(studies, integer(d, static_cast<std::int32_t>(Leaver::student)), integer(d, static_cast<std::int32_t>(Leaver::adult)));
    return hn::IfThenElse(is(role, Role::child), integer(d, static_cast<std::int32_t>(Leaver::with_parents)), by_table);
}

template <class D>
HWY_INLINE Truth<D> leaves(D d, const DepartureColumns& c, std::size_t row) {
    const WordTag<D> du;
    const auto age = age_row_of(d, c.people, c.luck.year, row);
    const auto ward = look_up(d, c.ward_of, read(d, c.people.place.data() + row));
    const auto sex = read(d, reinterpret_cast<const std::uint8_t*>(c.people.sex.data()) + row);
    const auto stratum = (kind_of(d, c.people, row, age) * integer(d, c.wards) + ward) * integer(d, static_cast<std::int32_t>(sexes)) + sex;
    const auto below = look_up(d, reinterpret_cast<const std::int32_t*>(c.below), stratum * integer(d, static_cast<std::int32_t>(ages)) + age);
    const auto word = draw(d, c.luck, row).first;
    return hn::RebindMask(d, word < hn::BitCast(du, below));
}

std::size_t list_leavers(const DepartureColumns& columns, std::uint32_t* drawn) {
    std::size_t found = 0;
    over_rows(columns.people.size(), [&](auto d, std::size_t row) HWY_ATTR { found += note_rows(d, leaves(d, columns, row), row, drawn + found); });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(list_leavers);
std::size_t find_leavers(const DepartureColumns& columns, std::uint32_t* drawn) { return HWY_DYNAMIC_DISPATCH(list_leavers)(columns, drawn); }
}  // namespace spires
#endif
