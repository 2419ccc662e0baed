#include "processes/budget_lanes.hpp"

#include "core/axes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/budget_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// The sums of a group of households.
template <class D>
struct Sums {
    Real<D> pay, pensions, maintenance, added, persons, adults, under_14, children, retired, students, idle, workers, partners;
};

template <class D>
HWY_INLINE Sums<D> read_sums(D d, const HouseholdSums* sums, std::size_t slot) {
    const auto* const words = reinterpret_cast<const std::int32_t*>(sums + slot);
    const auto at = hn::Iota(IntegerTag<D>{}, 0) * integer(d, 8);
    const auto word = [&](std::size_t which) HWY_ATTR { return look_up(d, words + which, at); };
    const auto pounds = [&](Income which) HWY_ATTR { return as_real(d, word(static_cast<std::size_t>(which))) * hn::Set(d, 1.0F / pound_unit); };
    const Integer<D> members[3] = {word(4), word(5), word(6)};
    const auto count = [&](Member which) HWY_ATTR {
        const auto bit = static_cast<int>(which) % 4 * 8;
        return as_real(d, hn::And(hn::ShiftRightSame(members[static_cast<std::size_t>(which) / 4], bit), integer(d, 255)));
    };
    return {pounds(Income::pay), pounds(Income::pensions), pounds(Income::maintenance), pounds(Income::added),
            count(Member::person), count(Member::adult), count(Member::under_14), count(Member::dependant),
            count(Member::retired), count(Member::student), count(Member::idle), count(Member::worker), count(Member::partner)};
}

/// Of up to 1, 2, 3 …: an entry of a small table.
template <class D, std::size_t Entries>
HWY_INLINE Real<D> entry(D d, const std::array<float, Entries>& table, Real<D> number) {
    const auto last = real(d, static_cast<double>(Entries) - 1.0);
    return look_up(d, table.data(), whole_part(d, hn::Min(hn::Max(number, hn::Zero(d)), last)));
}

/// Universal credit of those of working age.
template <class D>
HWY_INLINE Real<D> universal_credit(D d, const BudgetColumns& c, const Sums<D>& sums, Real<D> rent_paid, Truth<D> rents, std::size_t slot) {
    const auto& r = c.rules;
    const auto set = [&](float value) HWY_ATTR { return hn::Set(d, value); };
    const auto none = hn::Zero(d);
    const auto too_ill = hn::And(sums.idle > none, happens(d, c.words[1] + slot, set(r.no_work_share)));
    const auto most = hn::IfThenElse(sums.partners > none, set(r.couple), set(r.single)) + hn::Min(sums.children, set(r.most_children)) * set(r.child) +
                      rent_paid + hn::IfThenElseZero(too_ill, set(r.no_work));
    const auto allowance = hn::IfThenElse(rents, set(r.work_allowance_rent), set(r.work_allowance));
    const auto free = hn::IfThenElseZero(hn::Or(sums.children > none, too_ill), allowance);
    const auto credit = most - set(r.taper) * hn::Max(sums.pay - free, none) - sums.maintenance - sums.pensions;
    return hn::Max(credit, none);
}

/// Child benefit, and universal credit or pension credit of those who claim.
template <class D>
HWY_INLINE Real<D> benefits(D d, const BudgetColumns& c, const Sums<D>& sums, Real<D> rent, std::size_t slot) {
    const auto& r = c.rules;
    const auto set = [&](float value) HWY_ATTR { return hn::Set(d, value); };
    const auto none = hn::Zero(d);
    const auto rents = rent > none;
    const auto rent_paid = hn::Min(rent, entry(d, r.rent_allowance, sums.children));
    const auto for_children = set(r.child_benefit_first) + set(r.child_benefit_next) * (sums.children - real(d, 1.0));
    const auto total = hn::IfThenElseZero(sums.children > none, for_children);

    const auto of_working_age = hn::And(sums.adults > sums.retired, sums.students < sums.adults);
    const auto claims = happens(d, c.words[0] + slot, hn::IfThenElse(rents, set(r.take_up_rent), set(r.take_up)));
    const auto credited = hn::And(of_working_age, claims);
    const auto least = hn::IfThenElse(sums.retired > real(d, 1.0), set(r.pension_credit_couple), set(r.pension_credit_single)) + rent_paid;
    const auto pension_credit = hn::Max(least - sums.pensions - sums.maintenance, none);
    const auto claims_pension = happens(d, c.words[0] + slot, set(r.pension_credit_take_up));
    const auto pensioners = hn::And(hn::And(sums.retired > none, sums.workers == none), claims_pension);
    return total + hn::IfThenElse(credited, universal_credit(d, c, sums, rent_paid, rents, slot), hn::IfThenElseZero(pensioners, pension_credit));
}

template <class D>
HWY_INLINE void balance(D d, const BudgetColumns& c, std::size_t slot) {
    const auto& r = c.rules;
    auto& weeks = c.weeks;
    const auto set = [&](float value) HWY_ATTR { return hn::Set(d, value); };
    const auto sums = read_sums(d, weeks.sums.data(), slot);
    const auto tenure = read(d, reinterpret_cast<const std::uint8_t*>(c.households.tenure.data()) + slot);
    const auto decile = look_up(d, c.decile_of_place, read(d, c.households.place.data() + slot));
    const auto one = real(d, 1.0);
    const auto housing = look_up(d, r.housing.data(), tenure * integer(d, static_cast<std::int32_t>(deciles)) + decile) * entry(d, r.size_of_home, sums.persons - one);
    const auto rents = truth(d, look_up(d, r.rented.data(), tenure) != integer(d, 0));
    const auto income = (sums.pay + sums.pensions + sums.maintenance + sums.added + benefits(d, c, sums, hn::IfThenElseZero(rents, housing), slot)) * hn::Set(d, c.rules.income_factor);

    auto share = look_up(d, r.low_efficiency.data(), tenure);
    if (!weeks.efficiency.empty()) {
        const auto ratio = hn::LoadU(d, weeks.efficiency.data() + slot);
        share = hn::IfThenElse(ratio == one, share, ratio * share / (one - share + ratio * share));
    }
    const auto low = happens(d, c.words[2] + slot, share);
    const auto home = hn::Min(read(d, c.households.accommodation.data() + slot), integer(d, static_cast<std::int32_t>(r.fuel.size()) - 1));
    const auto fuel = look_up(d, r.fuel.data(), home) * hn::IfThenElse(low, set(r.fuel_ratio), one);
    const auto scale = set(r.first_adult) + set(r.next_person) * hn::Max(sums.persons - one - sums.under_14, hn::Zero(d)) + set(r.next_child) * sums.under_14;
    write(d, weeks.income.data() + slot, income);
    write(d, weeks.after_housing.data() + slot, (income - housing) / scale);
    write(d, weeks.after_fuel.data() + slot, (income - housing - fuel) / scale);
    write(d, weeks.persons.data() + slot, whole_part(d, sums.persons));
    write(d, weeks.dependants.data() + slot, whole_part(d, sums.children));
    write(d, weeks.low_efficiency.data() + slot, hn::IfThenElseZero(integer_truth(d, low), integer(d, 1)));
}

void balance_households(const BudgetColumns& columns, std::size_t households) {
    over_rows(households, [&](auto d, std::size_t slot) HWY_ATTR { balance(d, columns, slot); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(balance_households);
void balance_weeks(const BudgetColumns& columns, std::size_t households) { HWY_DYNAMIC_DISPATCH(balance_households)(columns, households); }
}  // namespace spires
#endif
