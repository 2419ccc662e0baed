#include "processes/change_lanes.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/change_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/risk_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

using Halves = hn::CappedTag<std::uint16_t, ChangeBounds::group>;
using Four = hn::ScalableTag<std::uint64_t>;                    ///< four halves of each of several people
constexpr std::size_t draws_a_group = ChangeBounds::group / 4;  ///< 4: what is stored side by side below
/// The upper halves of everybody's words, [row][condition] of a group of conditions.
using GroupHalves = std::array<std::array<std::uint16_t, ChangeBounds::group>, change_stretch>;

/// The upper halves of the words of one draw: four conditions of each person.
HWY_INLINE hn::Vec<Four> upper_halves(const BlockWords& words, std::size_t row) {
    const Four d;
    const hn::Rebind<std::uint32_t, Four> narrow;
    const auto word = [&](std::size_t which) HWY_ATTR { return hn::LoadU(narrow, words.column(which) + row); };
    const auto upper = hn::Set(narrow, 0xffff0000U);
    const auto first = hn::Or(hn::ShiftRight<16>(word(0)), hn::And(word(1), upper));
    const auto second = hn::Or(hn::ShiftRight<16>(word(2)), hn::And(word(3), upper));
    return hn::Or(hn::PromoteTo(d, first), hn::ShiftLeft<32>(hn::PromoteTo(d, second)));
}

void lay_out_halves(std::span<const BlockWords> draws, std::size_t rows, GroupHalves& halves) {
    const Four d;
    const auto of = [&](std::size_t draw, std::size_t row) HWY_ATTR { return draw < draws.size() ? upper_halves(draws[draw], row) : hn::Zero(d); };
    static_assert(change_stretch % hn::MaxLanes(d) == 0, "columns of words have room for whole stretches");
    for (std::size_t row = 0; row < rows; row += hn::Lanes(d))
        hn::StoreInterleaved4(of(0, row), of(1, row), of(2, row), of(3, row), d, reinterpret_cast<std::uint64_t*>(halves[row].data()));
}

/// The conditions of a group whose half word falls below its bound.
HWY_INLINE ConditionSet below(const std::uint16_t* halves, const std::uint16_t* bounds, const std::uint16_t* raised) {
    const Halves d;
    ConditionSet set = 0;
    for (std::size_t c = 0; c < ChangeBounds::group; c += hn::Lanes(d)) {
        // The highest half word of all counts as one less, so that a bound of all bits lets everybody through.
        const auto half = hn::Min(hn::LoadU(d, halves + c), hn::Set(d, static_cast<std::uint16_t>(ChangeBounds::anybody - 1)));
        const auto bound = hn::Max(hn::LoadU(d, bounds + c), hn::LoadU(d, raised + c));
        std::array<std::uint8_t, 8> bits;
        hn::StoreMaskBits(d, half < bound, bits.data());
        std::conditional_t<(hn::MaxLanes(d) > 8), std::uint16_t, std::uint8_t> found;  // no more bytes than were stored: the load would wait for them
        std::memcpy(&found, bits.data(), sizeof found);
        set |= ConditionSet{found} << c;
    }
    return set;
}

/// Where everybody reads in the bounds: [burden][sex][age].
void place_burdens(const ChangeColumns& c, std::size_t rows, std::int32_t* at) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto none = integer(d, 0), one = integer(d, 1), step = integer(d, static_cast<std::int32_t>(sexes * ages));
        const auto flags = hn::And(read(d, c.flags + row), integer(d, (1 << exposure_flags_count) - 1));
        const auto further = hn::And(flags, flags - one), more = hn::And(further, further - one);  // without their lowest bits
        const auto exposures = hn::IfThenElseZero(flags != none, one) + hn::IfThenElseZero(further != none, one) + hn::IfThenElseZero(more != none, one);
        const auto ill = hn::IfThenElseZero(read(d, c.conditions + row) != none, integer(d, static_cast<std::int32_t>(exposed_burdens)));
        const auto burden = ill + exposures;
        write(d, at + row, read(d, c.sex_age + row) + burden * step);
    });
}

/// Adds what could change in every row of a group of conditions.
void compare(const ChangeColumns& c, std::size_t rows, std::size_t group, const std::int32_t* at, const GroupHalves& halves, PossibleChanges& changes) {
    const std::size_t width = c.bounds.width(), from = group * ChangeBounds::group;
    const std::uint16_t* const raised = c.raised + from;
    const auto bounds_of = [&](std::size_t row) { return c.bounds.table() + static_cast<std::size_t>(at[row]) * 2 * width + from; };
    constexpr std::size_t ahead = 8;
    for (std::size_t row = 0; row < rows; ++row) {
        __builtin_prefetch(bounds_of(std::min(row + ahead, rows - 1)));
        const std::uint16_t* const bounds = bounds_of(row);
        const ConditionSet has = c.conditions[row];
        changes.onsets[row] |= below(halves[row].data(), bounds, raised) << from & ~has;
        changes.recoveries[row] |= below(halves[row].data(), bounds + width, raised + width) << from & has;
    }
}

std::size_t find_all_changes(const ChangeColumns& c, std::size_t rows, PossibleChanges& changes) {
    alignas(64) std::array<std::int32_t, change_stretch> at;
    alignas(64) GroupHalves halves;
    place_burdens(c, rows, at.data());
    changes.onsets.fill(0);
    changes.recoveries.fill(0);
    for (std::size_t group = 0; group * draws_a_group < c.words.size(); ++group) {
        lay_out_halves(c.words.subspan(group * draws_a_group, std::min(draws_a_group, c.words.size() - group * draws_a_group)), rows, halves);
        compare(c, rows, group, at.data(), halves, changes);
    }
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto any = hn::Or(read(d, changes.onsets.data() + row), read(d, changes.recoveries.data() + row)) != integer(d, 0);
        found += note_rows(d, truth(d, any), row, changes.rows.data() + found);
    });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_all_changes);
std::size_t find_changes(const ChangeColumns& columns, std::size_t rows, PossibleChanges& changes) { return HWY_DYNAMIC_DISPATCH(find_all_changes)(columns, rows, changes); }
}  // namespace spires
#endif
