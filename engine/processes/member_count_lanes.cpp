#include "processes/member_count_lanes.hpp"

#include "processes/row_list.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/member_count_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE void share_a_home(D d, const MemberStateColumns& c, std::size_t row) {
    const auto home = look_up(d, c.of_home, read(d, c.people.household.data() + row));
    const auto habits = hn::And(read(d, c.circumstances + row), integer(d, circumstance::alcohol));
    write(d, c.circumstances + row, hn::Or(habits, hn::And(home, integer(d, (1 << marks_above) - 1))));

    const auto role = read(d, reinterpret_cast<const std::uint8_t*>(c.people.role.data()) + row);
    const auto is = [&](auto which, std::int32_t mark) HWY_ATTR { return hn::IfThenElseZero(which, integer(d, mark)); };
    const auto own = is(read(d, c.age + row) < integer(d, 16), mark::child) + is(role == integer(d, static_cast<std::int32_t>(Role::reference)), mark::head);
    const auto here = hn::And(read(d, c.people.presence.data() + row), integer(d, c.not_here)) == integer(d, 0);
    write(d, c.marks + row, hn::IfThenElseZero(here, hn::Or(hn::ShiftRight<marks_above>(home), own)));
}

void share_all_homes(const MemberStateColumns& columns, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { share_a_home(d, columns, row); });
}

/// Whom each quantity counts: those who have all of its marks. In the order of the counts; the second is of income.
alignas(64) constexpr std::int64_t counted_by[home_quantities] = {
    mark::member, mark::member, mark::member | mark::child, mark::member | mark::child | mark::poor,
    mark::member | mark::head, mark::member | mark::head | mark::fuel_poor,
    mark::member | mark::head | mark::temporary, mark::member | mark::head | mark::temporary | mark::family};
alignas(64) constexpr std::int64_t ones[home_quantities] = {1, 0, 1, 1, 1, 1, 1, 1}, of_income[home_quantities] = {0, -1, 0, 0, 0, 0, 0, 0};

/// Without branches: who lives how is hard for a processor to foresee.
void count_all_members(const MemberCountColumns& c, std::size_t rows) {
    const hn::CappedTag<std::int64_t, home_quantities> d;
    const auto counts_of = [&](std::size_t row) { return c.counts + static_cast<std::size_t>(c.key[row]) * c.stride; };
    for (std::size_t row = 0; row < rows; ++row) {
        if (row + far_ahead < rows) bring_near(counts_of(row + far_ahead), 1);
        std::int64_t* const counts = counts_of(row);
        const auto marks = hn::Set(d, c.marks[row]), income = hn::Set(d, c.income_each[c.household[row]]);
        for (std::size_t q = 0; q < home_quantities; q += hn::Lanes(d)) {
            const auto wanted = hn::LoadU(d, counted_by + q);
            const auto more = hn::Or(hn::LoadU(d, ones + q), hn::And(income, hn::LoadU(d, of_income + q)));
            const auto counted = hn::IfThenElseZero(hn::And(marks, wanted) == wanted, more);
            hn::StoreU(hn::LoadU(d, counts + q) + counted, d, counts + q);
        }
    }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(share_all_homes);
HWY_EXPORT(count_all_members);
void share_homes(const MemberStateColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(share_all_homes)(columns, rows); }
void count_members(const MemberCountColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(count_all_members)(columns, rows); }
}  // namespace spires
#endif
