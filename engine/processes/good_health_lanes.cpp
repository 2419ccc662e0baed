#include "processes/good_health_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/good_health_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/product_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE Real<D> raise(D d, Real<D> odds, hn::Mask<IntegerTag<D>> of_whom, float ratio) {
    return hn::IfThenElse(truth(d, of_whom), odds * hn::Set(d, ratio), odds);
}

/// Odds of exposures, habits and the lasting personal part.
template <class D>
HWY_INLINE Real<D> personal_odds(D d, const GoodHealthColumns& c, std::size_t row) {
    const auto& table = c.table;
    const auto& people = c.people;
    const auto step = hn::ShiftRight<4>(read(d, people.health.data() + row) + integer(d, 32768));
    const auto status = read(d, reinterpret_cast<const std::uint8_t*>(people.economic_status.data()) + row);
    const auto habit = read(d, reinterpret_cast<const std::uint8_t*>(people.smoking.data()) + row);
    const auto still = read(d, people.activity_lagged.data() + row) < integer(d, 30 * static_cast<std::int32_t>(activity_unit));
    const auto heavy = read(d, people.body_mass_lagged.data() + row) > integer(d, 30 * static_cast<std::int32_t>(body_mass_index_unit) - 1);
    auto odds = look_up(d, table.personal.data(), step);
    odds = raise(d, odds, read(d, people.lonely.data() + row) != integer(d, 0), table.lonely);
    odds = raise(d, odds, habit == integer(d, static_cast<std::int32_t>(Smoking::current)), table.smoking);
    odds = raise(d, odds, status == integer(d, static_cast<std::int32_t>(EconomicStatus::unemployed)), table.unemployed);
    odds = raise(d, odds, hn::AndNot(status == integer(d, static_cast<std::int32_t>(EconomicStatus::child)), still), table.inactive);
    odds = raise(d, odds, heavy, table.obese);
    return odds * read_or(d, c.ratio, row, 1.0F);
}

template <class D>
HWY_INLINE void expect(D d, const GoodHealthColumns& c, std::size_t row) {
    const auto own = personal_odds(d, c, row);
    const auto half = read(d, c.years_lived + row) * real(d, 0.5);
    const auto decile = read(d, c.strata.decile.data() + row), tenth = integer(d, static_cast<std::int32_t>(deciles));
    const auto years = [&](const Scratch<std::int32_t>& sex_age, const ConditionSet* conditions) HWY_ATTR {
        const auto level = look_up(d, c.table.level.data(), read(d, sex_age.data() + row) * tenth + decile);
        const auto odds = own * product_over(d, c.table.conditions, read(d, conditions + row)) * level;
        return half * (odds / (real(d, 1.0) + odds));
    };
    const auto late = years(c.strata.sex_age_next, c.people.conditions.data());
    write(d, c.years + row, years(c.strata.sex_age, c.conditions_before) + late);
    write(d, c.late + row, late);
}

void expect_years_in_good_health(const GoodHealthColumns& columns, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { expect(d, columns, row); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(expect_years_in_good_health);
void expect_good_health(const GoodHealthColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(expect_years_in_good_health)(columns, rows); }
}  // namespace spires
#endif
