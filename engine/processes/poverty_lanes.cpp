#include "processes/poverty_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/poverty_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// Households that the rules concern: private, with somebody in them.
template <class D>
HWY_INLINE Truth<D> is_lived_in(D d, const HouseholdColumns& households, const HouseholdWeeks& weeks, std::size_t slot) {
    const auto kind = read(d, reinterpret_cast<const std::uint8_t*>(households.kind.data()) + slot);
    const auto persons = read(d, weeks.persons.data() + slot);
    return truth(d, hn::And(kind == integer(d, static_cast<std::int32_t>(HouseholdKind::private_household)), persons > integer(d, 0)));
}

template <class D>
HWY_INLINE Integer<D> bit(D d, Truth<D> where, std::int32_t which) {
    return hn::IfThenElseZero(integer_truth(d, where), integer(d, which));
}

template <class D>
HWY_INLINE void find_poor(D d, const PovertyColumns& c, std::size_t slot) {
    const auto place = read(d, c.households.place.data() + slot);
    const auto lived_in = is_lived_in(d, c.households, c.weeks, slot);
    const auto share = read(d, c.weeks.income.data() + slot) * hn::Set(d, c.thousands_a_year) / as_real(d, read(d, c.weeks.persons.data() + slot));
    write(d, c.income_each + slot, hn::IfThenElseZero(lived_in, share));
    const auto poor = hn::And(lived_in, read(d, c.weeks.after_housing.data() + slot) < look_up(d, c.poverty_line, place));
    const auto low = truth(d, read(d, c.weeks.low_efficiency.data() + slot) != integer(d, 0));
    const auto fuel_poor = hn::And(hn::And(lived_in, low), read(d, c.weeks.after_fuel.data() + slot) < look_up(d, c.fuel_line, place));
    const auto cold = hn::And(fuel_poor, happens(d, c.cold_word + slot, hn::Set(d, c.cold_share)));
    const auto temporary = truth(d, read(d, c.households.homeless.data() + slot) != integer(d, 0));
    const auto family = truth(d, read(d, c.weeks.dependants.data() + slot) > integer(d, 0));
    const auto marks = bit(d, lived_in, mark::member) + bit(d, poor, mark::poor) + bit(d, fuel_poor, mark::fuel_poor) + bit(d, temporary, mark::temporary) + bit(d, family, mark::family);
    write(d, c.of_home + slot, bit(d, poor, circumstance::poverty) + bit(d, cold, circumstance::cold_home) + hn::ShiftLeft<marks_above>(marks));
}

template <class D>
HWY_INLINE void move_home(D d, const HomelessnessColumns& c, std::size_t slot) {
    const auto tenure = read(d, reinterpret_cast<const std::uint8_t*>(c.households.tenure.data()) + slot);
    const auto before = read(d, c.of_home + slot), poor = hn::And(before, integer(d, circumstance::poverty));
    static_assert(circumstance::poverty == 1, "poverty is the lower index of the ratios");
    const auto family = truth(d, read(d, c.weeks.dependants.data() + slot) > integer(d, 0));
    auto rate = hn::IfThenElse(family, hn::Set(d, c.enter_family), hn::Set(d, c.enter_other)) * look_up(d, c.ratio, tenure + tenure + poor);
    if (!c.weeks.homelessness.empty()) rate = rate * hn::LoadU(d, c.weeks.homelessness.data() + slot);
    const auto was = read(d, c.homeless + slot);
    const auto there = truth(d, was != integer(d, 0));
    const auto changes = happens(d, c.words + slot, hn::IfThenElse(there, hn::Set(d, c.leave), one_minus_exp_minus(d, rate)));
    const auto moves = hn::And(changes, is_lived_in(d, c.households, c.weeks, slot));
    const auto now = hn::IfThenElse(integer_truth(d, moves), integer(d, 1) - was, was);
    write(d, c.homeless + slot, now);
    write(d, c.of_home + slot, before + bit(d, truth(d, now != integer(d, 0)), circumstance::temporary_accommodation));
}

void find_poor_homes(const PovertyColumns& columns, std::size_t households) {
    over_rows(households, [&](auto d, std::size_t slot) HWY_ATTR { find_poor(d, columns, slot); });
}
void move_homes(const HomelessnessColumns& columns, std::size_t households) {
    over_rows(households, [&](auto d, std::size_t slot) HWY_ATTR { move_home(d, columns, slot); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_poor_homes);
HWY_EXPORT(move_homes);
void find_poverty(const PovertyColumns& columns, std::size_t households) { HWY_DYNAMIC_DISPATCH(find_poor_homes)(columns, households); }
void move_homeless(const HomelessnessColumns& columns, std::size_t households) { HWY_DYNAMIC_DISPATCH(move_homes)(columns, households); }
}  // namespace spires
#endif
