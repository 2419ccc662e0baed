#include "processes/earning_lanes.hpp"

#include "processes/household_sums.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/earning_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

constexpr int rank_shift = 20;  // 4096 ranks

template <class D>
HWY_INLINE Integer<D> rank_of(D, const std::uint32_t* words) {
    const hn::Rebind<std::uint32_t, D> du;
    return hn::BitCast(IntegerTag<D>{}, hn::ShiftRight<rank_shift>(hn::LoadU(du, words)));
}

/// Pay after income tax and national insurance.
template <class D>
HWY_INLINE Real<D> net_of(D d, const PayTaxes& taxes, Real<D> gross) {
    const auto between = [&](float from, float to) HWY_ATTR {
        return hn::Min(hn::Max(gross - hn::Set(d, from), hn::Zero(d)), hn::Set(d, to - from));
    };
    const auto above = hn::Max(gross - hn::Set(d, taxes.higher_from), hn::Zero(d));
    const auto tax = hn::Set(d, taxes.basic) * between(taxes.allowance, taxes.higher_from) + hn::Set(d, taxes.higher) * above;
    const auto insurance = hn::Set(d, taxes.insurance) * between(taxes.insurance_from, taxes.higher_from) + hn::Set(d, taxes.insurance_upper) * above;
    return gross - tax - insurance;
}

template <class D>
HWY_INLINE void earn_a_week(D d, const EarningColumns& c, std::size_t row) {
    const auto byte = [&](const auto& column) HWY_ATTR { return read(d, reinterpret_cast<const std::uint8_t*>(column.data()) + row); };
    const auto status = byte(c.people.economic_status), role = byte(c.people.role);
    const auto age = read(d, c.strata.age.data() + row), decile = read(d, c.strata.decile.data() + row);
    const auto one = integer(d, 1);
    const auto from = [&](std::int32_t years) HWY_ATTR { return hn::IfThenElseZero(age > integer(d, years - 1), one); };
    const auto is_role = [&](Role wanted) HWY_ATTR { return hn::IfThenElseZero(role == integer(d, static_cast<std::int32_t>(wanted)), one); };
    const auto group = from(14) + from(16) + from(19);
    const auto kind = ((group * integer(d, 6) + status) * integer(d, 2) + is_role(Role::child)) * integer(d, 2) + is_role(Role::partner);
    const auto gone = hn::And(read(d, c.people.presence.data() + row), integer(d, c.gone)) != integer(d, 0);
    write(d, c.kind + row, hn::IfThenElse(gone, integer(d, static_cast<std::int32_t>(kinds_of_member) - 1), kind));

    const auto median = look_up(d, c.pay, read(d, c.strata.sex_age.data() + row) * integer(d, 4) + byte(c.people.qualification));
    const auto pay = net_of(d, c.taxes, median * look_up(d, c.pay_rank, rank_of(d, c.pay_word + row)));
    const auto other = look_up(d, c.other_income, status * integer(d, static_cast<std::int32_t>(deciles)) + decile);
    const auto pension = hn::Set(d, c.state_pension) + other * look_up(d, c.pension_rank, rank_of(d, c.pension_word + row));
    const auto is = [&](EconomicStatus wanted) HWY_ATTR { return truth(d, status == integer(d, static_cast<std::int32_t>(wanted))); };
    const auto own = hn::IfThenElse(is(EconomicStatus::employed), pay, hn::IfThenElse(is(EconomicStatus::retired), pension, other));
    write(d, c.income + row, whole_part(d, hn::Max(own, hn::Zero(d)) * hn::Set(d, pound_unit) + real(d, 0.5)));
}

void earn_weeks(const EarningColumns& columns, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { earn_a_week(d, columns, row); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(earn_weeks);
void earn(const EarningColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(earn_weeks)(columns, rows); }
}  // namespace spires
#endif
