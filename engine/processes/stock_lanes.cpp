#include "processes/stock_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/stock_lanes.cpp"
#include <hwy/foreach_target.h>

#include "tallies/stock_row_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// Bits of StockState for a group of people.
template <class D>
HWY_INLINE void find_states(D d, const StockColumns& c, std::size_t row) {
    const auto& people = c.people;
    const auto age = read(d, c.strata.age.data() + row);
    const auto status = read(d, reinterpret_cast<const std::uint8_t*>(people.economic_status.data()) + row);
    const auto is = [&](EconomicStatus wanted) HWY_ATTR { return status == integer(d, static_cast<std::int32_t>(wanted)); };
    const auto from = [&](std::int32_t least) HWY_ATTR { return age > integer(d, least - 1); };
    const auto bit = [&](auto who, std::int32_t state) HWY_ATTR { return hn::IfThenElseZero(who, integer(d, state)); };
    const auto active = read(d, people.activity_minutes.data() + row) > integer(d, 150 * static_cast<std::int32_t>(activity_unit) - 1);
    const auto obese = read(d, people.body_mass.data() + row) > integer(d, 30 * static_cast<std::int32_t>(body_mass_index_unit) - 1);
    const auto smokes = read(d, reinterpret_cast<const std::uint8_t*>(people.smoking.data()) + row) == integer(d, static_cast<std::int32_t>(Smoking::current));
    const auto lonely = read(d, people.lonely.data() + row) != integer(d, 0);
    const auto of_working_age = hn::AndNot(from(65), from(16));
    const auto unemployed = is(EconomicStatus::unemployed);
    const auto neet = hn::And(hn::AndNot(from(18), from(16)), hn::Or(unemployed, is(EconomicStatus::inactive)));
    auto state = bit(hn::And(from(19), active), state_active) + bit(hn::And(from(18), smokes), state_smokes) + bit(hn::And(from(18), obese), state_obese);
    state = state + bit(hn::And(from(16), lonely), state_lonely) + bit(hn::And(of_working_age, unemployed), state_unemployed);
    state = state + bit(hn::And(of_working_age, hn::Or(unemployed, is(EconomicStatus::employed))), state_in_labour_force) + bit(neet, state_neet);
    write(d, c.state + row, state);
}

void count_stocks_of_people(const StockColumns& c, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { find_states(d, c, row); });
    const std::size_t groups = c.condition_groups;
    for (std::size_t row = 0; row < rows; ++row) {
        if (row + rows_ahead < rows) bring_near(c.stocks.at(static_cast<std::size_t>(c.strata.tally[row + rows_ahead])), 16 * (1 + 2 * groups));
        std::int32_t* counts = c.stocks.at(c.strata.tally[row]);
        const StockRow* const denominators = &c.denominators[static_cast<std::size_t>(c.strata.sex_age[row]) * (1 + groups)];
        add(counts, denominators[0], &c.states[c.state[row]]);
        ConditionSet left = c.people.conditions[row];
        for (std::size_t group = 0; group < groups; ++group) {
            add(counts + 16 * (1 + group), denominators[1 + group]);
            add(counts + 16 * (1 + groups + group), c.ill[left & 255U], &c.ill[256 + ((left >> 8U) & 255U)]);
            left >>= 16U;
        }
    }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(count_stocks_of_people);
void count_stocks(const StockColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(count_stocks_of_people)(columns, rows); }
}  // namespace spires
#endif
