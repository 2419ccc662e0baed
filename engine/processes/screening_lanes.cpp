#include "processes/screening_lanes.hpp"

#include "processes/row_list.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/screening_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE void invite_group(D d, const InvitationColumns& c, std::size_t row, InvitationLists& found) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto concerned = look_up(d, c.concerned, read(d, c.sex_age + row));
    const auto turn = hn::LoadU(du, c.turn + row);
    auto due = integer(d, 0);
    for (std::size_t p = 0; p < c.turns.size(); ++p) {
        const auto into = turn - hn::Set(du, c.turns[p].first);  // wraps round where the turn comes before
        const auto is_due = hn::Min(into, hn::Set(du, c.turns[p].width)) == into;
        due = hn::Or(due, hn::IfThenElseZero(hn::RebindMask(IntegerTag<D>{}, is_due), integer(d, 1 << p)));
    }
    const auto wanted = hn::And(concerned, integer(d, (1 << invited_above) - 1)), invited = hn::And(hn::ShiftRight<invited_above>(concerned), due);
    write(d, c.wanted + row, wanted);
    write(d, c.invited + row, invited);
    found.wanted += note_rows(d, truth(d, wanted != integer(d, 0)), row, c.wanted_rows + found.wanted);
    found.invited += note_rows(d, truth(d, invited != integer(d, 0)), row, c.invited_rows + found.invited);
}

InvitationLists invite_all(const InvitationColumns& columns, std::size_t rows) {
    InvitationLists found;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { invite_group(d, columns, row, found); });
    return found;
}

/// A quantity counts those who have its bit: of a programme that is for them, or above it of one that covers them.
/// Vectors of four, so that those of a programme or two do not straddle cache lines.
void count_all_covered(const CoverageColumns& c) {
    const hn::CappedTag<std::int64_t, 4> d;
    const std::size_t quantities = 2 * c.programmes;
    alignas(64) std::int64_t bit[32] = {};
    for (std::size_t p = 0; p < c.programmes; ++p) bit[p] = 1LL << p, bit[c.programmes + p] = 1LL << (p + invited_above);
    const auto counts_of = [&](std::size_t k) { return c.counts + static_cast<std::size_t>(c.key[c.rows[k]]) * c.stride; };
    for (std::size_t k = 0; k < c.rows.size(); ++k) {
        if (k + far_ahead < c.rows.size()) bring_near(counts_of(k + far_ahead), quantities);
        const std::int64_t wanted = c.wanted[c.rows[k]], covered = c.covered[c.rows[k]];
        const auto has = hn::Set(d, wanted | ((wanted & covered) << invited_above));
        std::int64_t* const counts = counts_of(k);
        const auto ones_of = [&](std::size_t q) HWY_ATTR { return hn::IfThenElseZero(hn::And(has, hn::LoadU(d, bit + q)) != hn::Zero(d), hn::Set(d, 1)); };
        std::size_t q = 0;
        for (; q + hn::Lanes(d) <= quantities; q += hn::Lanes(d)) hn::StoreU(hn::LoadU(d, counts + q) + ones_of(q), d, counts + q);
        if (q < quantities) {
            const auto there = hn::FirstN(d, quantities - q);  // the next key's counts stand behind
            hn::BlendedStore(hn::MaskedLoad(there, d, counts + q) + ones_of(q), there, d, counts + q);
        }
    }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(invite_all);
HWY_EXPORT(count_all_covered);
InvitationLists find_invited(const InvitationColumns& columns, std::size_t rows) { return HWY_DYNAMIC_DISPATCH(invite_all)(columns, rows); }
void count_coverage(const CoverageColumns& columns) { HWY_DYNAMIC_DISPATCH(count_all_covered)(columns); }
}  // namespace spires
#endif
