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

/// How many half words fall under a chance below 1 (word_happens).
template <class D>
HWY_INLINE Integer<D> words_of(D d, Real<D> chance) {
    return whole_part(d, hn::Min(hn::Max(chance, hn::Zero(d)), real(d, 0.99999994)) * real(d, 0x1p31));
}

template <class D>
HWY_INLINE auto within_bound(D, const std::uint32_t* words, Integer<D> last) {
    const hn::Rebind<std::uint32_t, D> du;
    return hn::Not(hn::BitCast(IntegerTag<D>{}, hn::ShiftRight<1>(hn::LoadU(du, words))) > last);
}

/// Whether the hazard of the year makes somebody change, with what programmes move of it.
template <class D>
HWY_INLINE Truth<D> changes_by(D d, const SmokingColumns& c, Integer<D> at, Truth<D> never, Truth<D> current, std::size_t row) {
    auto hazard = look_up(d, c.hazard, at);
    hazard = hn::IfThenElse(never, hazard * read_or(d, c.initiation_ratio, row, 1.0F), hazard);
    hazard = hn::IfThenElse(current, hazard * read_or(d, c.quitting_ratio, row, 1.0F), hazard);
    return happens(d, c.words + row, one_minus_exp_minus(d, hazard));
}

template <class D>
HWY_INLINE std::size_t change(D d, const SmokingColumns& c, std::size_t row, std::uint32_t* changing) {
    const auto habit = read(d, reinterpret_cast<const std::uint8_t*>(c.smoking) + row);
    const auto ex = habit == integer(d, static_cast<int>(Smoking::ex));
    const auto current = habit == integer(d, static_cast<int>(Smoking::current));
    const auto never = habit == integer(d, static_cast<int>(Smoking::never));
    const auto stratum = read(d, c.sex_age + row) * integer(d, static_cast<std::int32_t>(deciles)) + read(d, c.decile + row);
    const auto at = stratum * integer(d, 3) + habit;
    const bool usual = c.initiation_ratio == nullptr && c.quitting_ratio == nullptr;
    const auto drawn = usual ? within_bound(d, c.words + row, look_up(d, c.bounds, at)) : integer_truth(d, changes_by(d, c, at, truth(d, never), truth(d, current), row));
    const auto grown = read(d, c.age + row) > integer(d, youngest_smoker - 1);
    const auto changes = hn::And(drawn, grown);

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

void bound_hazards(const float* hazard, std::int32_t* bounds, std::size_t entries) {
    over_rows(entries, [&](auto d, std::size_t at) HWY_ATTR {
        const auto chance = one_minus_exp_minus(d, hn::LoadU(d, hazard + at));
        write(d, bounds + at, hn::IfThenElse(integer_truth(d, chance >= real(d, 1.0)), integer(d, 0x7fffffff), words_of(d, chance) - integer(d, 1)));
    });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_smoking_changes);
HWY_EXPORT(bound_hazards);
std::size_t find_changes(const SmokingColumns& columns, std::size_t rows, std::uint32_t* changing) {
    return HWY_DYNAMIC_DISPATCH(find_smoking_changes)(columns, rows, changing);
}
Column<std::int32_t> bounds_of(std::span<const float> hazards) {
    Column<std::int32_t> bounds(hazards.size());
    HWY_DYNAMIC_DISPATCH(bound_hazards)(hazards.data(), bounds.data(), hazards.size());
    return bounds;
}
}  // namespace spires
#endif
