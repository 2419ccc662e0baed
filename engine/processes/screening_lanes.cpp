#include "processes/screening_lanes.hpp"

#include "processes/row_list.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/screening_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/screening_luck_lanes.hpp"
#include "tallies/stock_row_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// Notes the people of a group of whom there are any programmes.
template <class D>
HWY_INLINE void note_programmes(D d, Integer<D> programmes, std::size_t row, ProgrammeList& list) {
    const hn::Rebind<std::uint32_t, D> du;
    const hn::Rebind<std::uint8_t, D> narrow;
    const auto mask = hn::And(hn::RebindMask(du, programmes != integer(d, 0)), hn::FirstN(du, hn::Lanes(du)));
    if (hn::AllFalse(du, mask)) return;
    hn::StoreU(hn::DemoteTo(narrow, hn::Compress(programmes, hn::RebindMask(IntegerTag<D>{}, mask))), narrow, list.programmes.data() + list.size);
    list.size += hn::CompressStore(rows_from(d, row), mask, du, list.rows.data() + list.size);
}

template <class D>
HWY_INLINE void invite_group(D d, const InvitationColumns& c, std::size_t row, Invitations& found) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto concerned = look_up(d, c.concerned, read(d, c.sex_age + row));
    const auto turn = hn::LoadU(du, c.turn + row);
    auto due = integer(d, 0);
    for (std::size_t p = 0; p < c.turns.size(); ++p) {
        const auto into = turn - hn::Set(du, c.turns[p].first);  // wraps round where the turn comes before
        const auto is_due = hn::Min(into, hn::Set(du, c.turns[p].width)) == into;
        due = hn::Or(due, hn::IfThenElseZero(hn::RebindMask(IntegerTag<D>{}, is_due), integer(d, 1 << p)));
    }
    note_programmes(d, hn::And(concerned, integer(d, (1 << invited_above) - 1)), row, found.wanted);
    note_programmes(d, hn::And(hn::ShiftRight<invited_above>(concerned), due), row, found.invited);
}

void invite_all(const InvitationColumns& columns, std::size_t rows, Invitations& found) {
    found.wanted.size = found.invited.size = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { invite_group(d, columns, row, found); });
}

template <class D>
HWY_INLINE void answer_group(D d, const AnswerColumns& c, std::size_t k, Coverage* answers) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto row = read(d, c.invited.rows.data() + k), invited = read(d, c.invited.programmes.data() + k), decile = look_up(d, c.decile, row);
    const auto lasting = hn::BitCast(du, look_up(d, reinterpret_cast<const std::int32_t*>(c.lasting), row));
    const ScreeningLuck<D> luck{lasting, hn::LoadU(du, c.now.column(0) + k), hn::LoadU(du, c.now.column(1) + k)};
    auto answer = hn::AndNot(invited, read(d, c.covered + k));
    for (std::size_t p = 0; p < c.uptakes.size(); ++p) {
        const auto asked = hn::And(invited, integer(d, 1 << p));
        if (hn::AllTrue(IntegerTag<D>{}, asked == integer(d, 0))) continue;
        auto share = look_up(d, c.uptakes[p].share, decile);
        if (c.uptakes[p].ratio != nullptr) share = lanes::with_odds_ratio(d, share, look_up(d, c.uptakes[p].ratio, row));
        answer = hn::Or(answer, hn::IfThenElseZero(integer_truth(d, comes_to_screening(d, c.persistence, share, luck, p)), asked));
    }
    write(d, answers + k, answer);
}

void answer_all(const AnswerColumns& columns, Coverage* answers) {
    over_rows(columns.invited.size, [&](auto d, std::size_t k) HWY_ATTR { answer_group(d, columns, k, answers); });
}

void count_all_covered(const CoverageColumns& c) {
    const std::size_t people = c.wanted.size;
    for (std::size_t k = 0; k < people; ++k) {
        if (k + far_ahead < people) bring_near(&c.counts[c.key[c.wanted.rows[k + far_ahead]]], 1);
        const std::uint32_t row = c.wanted.rows[k];
        const std::uint8_t wanted = c.wanted.programmes[k];
        add(&c.counts[c.key[row]], c.as_wanted[wanted], &c.as_covered[wanted & c.covered[row]]);
    }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(invite_all);
HWY_EXPORT(answer_all);
HWY_EXPORT(count_all_covered);
void find_invited(const InvitationColumns& columns, std::size_t rows, Invitations& found) { HWY_DYNAMIC_DISPATCH(invite_all)(columns, rows, found); }
void answer_invitations(const AnswerColumns& columns, Coverage* answers) { HWY_DYNAMIC_DISPATCH(answer_all)(columns, answers); }
void count_coverage(const CoverageColumns& columns) { HWY_DYNAMIC_DISPATCH(count_all_covered)(columns); }
}  // namespace spires
#endif
