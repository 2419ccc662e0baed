#include "processes/social_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/social_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE Integer<D> stratum(D d, const Strata& strata, std::size_t row) {
    return read(d, strata.sex_age.data() + row) * integer(d, static_cast<std::int32_t>(deciles)) + read(d, strata.decile.data() + row);
}

/// A share as programmes move it.
template <class D>
HWY_INLINE Real<D> at_odds_ratio(D d, Real<D> share, const float* ratios, std::size_t row) {
    return ratios == nullptr ? share : lanes::with_odds_ratio(d, share, hn::LoadU(d, ratios + row));
}

template <class D>
HWY_INLINE std::size_t drink_a_year(D d, const DrinkingColumns& c, std::size_t row, std::uint32_t* drinkers) {
    const auto share = at_odds_ratio(d, look_up(d, c.share, stratum(d, c.strata, row)), c.odds_ratio, row);
    const auto drinks = happens(d, c.rank + row, share);
    const auto alcohol = hn::IfThenElseZero(integer_truth(d, drinks), integer(d, circumstance::alcohol));
    const auto others = hn::And(read(d, c.circumstances + row), integer(d, 255 - circumstance::alcohol));
    write(d, c.circumstances + row, hn::Or(others, alcohol));
    return note_rows(d, drinks, row, drinkers);
}

std::size_t drink_at_harm(const DrinkingColumns& columns, std::size_t rows, std::uint32_t* drinkers) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { found += drink_a_year(d, columns, row, drinkers + found); });
    return found;
}

template <class D>
HWY_INLINE Real<D> add_points(D d, Real<D> points, Integer<D> set, std::span<const Points> effects) {
    for (const auto& effect : effects) {
        const auto has = truth(d, hn::And(set, integer(d, effect.bit)) != integer(d, 0));
        points = points + hn::IfThenElseZero(has, hn::Set(d, effect.points));
    }
    return points;
}

template <class D>
HWY_INLINE void answer_one(D d, const WellbeingColumns& c, std::size_t row) {
    const auto at = stratum(d, c.strata, row);
    auto points = look_up(d, c.level, at) + read_or(d, c.added, row, 0.0F);
    points = add_points(d, points, read(d, c.flags + row), c.of_flags);
    points = add_points(d, points, read(d, c.conditions + row), c.of_conditions);
    const auto here = hn::And(read(d, c.presence + row), integer(d, c.not_asked)) == integer(d, 0);
    const auto is_asked = truth(d, hn::And(here, read(d, c.strata.age.data() + row) > integer(d, 15)));
    write(d, c.points + row, hn::IfThenElseZero(is_asked, hn::Min(hn::Max(points, hn::Zero(d)), real(d, 10.0))));
    write(d, c.has_say + row, hn::IfThenElseZero(is_asked, at_odds_ratio(d, look_up(d, c.say, at), c.say_ratio, row)));
}

void answer_all(const WellbeingColumns& columns, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { answer_one(d, columns, row); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(drink_at_harm);
HWY_EXPORT(answer_all);
std::size_t drink(const DrinkingColumns& columns, std::size_t rows, std::uint32_t* drinkers) { return HWY_DYNAMIC_DISPATCH(drink_at_harm)(columns, rows, drinkers); }
void answer(const WellbeingColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(answer_all)(columns, rows); }
}  // namespace spires
#endif
