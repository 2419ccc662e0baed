#include "processes/service_lanes.hpp"

#include "core/fixed_point.hpp"
#include "processes/process.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/service_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

using Wide = hn::ScalableTag<double>;           // eight services at most
using Narrow = hn::Rebind<float, Wide>;
using Fixed = hn::Rebind<std::int64_t, Wide>;

HWY_INLINE hn::Vec<Narrow> with_conditions(const ServiceColumns& c, const float* rate, ConditionSet conditions, std::size_t service) {
    const Narrow d;
    auto use = hn::LoadU(d, rate + service);
    for (std::size_t group = 0; group < c.conditions.groups(); ++group) use = use * hn::LoadU(d, c.conditions.of(group, conditions).data() + service);
    return use;
}

HWY_INLINE void use_services(const ServiceColumns& c, std::size_t row) {
    const Narrow d;
    const float* const rate = c.rates[static_cast<std::size_t>(c.strata.sex_age_decile(row))].data();
    const ConditionSet before = c.people.conditions_before[row], after = c.people.conditions[row];
    const float time = static_cast<float>(time_share(c.people.presence[row])), dies = c.people.chance_of_death[row];
    std::int64_t* const counts = c.counts.at(c.strata.tally[row]);
    for (std::size_t service = 0; service < c.slots; service += hn::Lanes(d)) {
        auto use = with_conditions(c, rate, after, service);
        if (before != after) use = hn::Set(d, 0.5F) * (use + with_conditions(c, rate, before, service));  // half the year with each
        use = use * hn::LoadU(d, c.circumstances[static_cast<std::size_t>(c.flags[row])].data() + service);
        if (c.levers != nullptr) use = use * hn::LoadU(d, c.levers + row * most_services + service);
        const auto of_the_dying = hn::Set(d, 0.5F) + hn::LoadU(d, c.last_year_of_life.data() + service);
        use = use * (hn::Set(d, time) * (hn::Set(d, 1.0F - dies) + hn::Set(d, dies) * of_the_dying));
        const auto fixed = hn::ConvertTo(Fixed{}, hn::PromoteTo(Wide{}, use) * hn::Set(Wide{}, fixed_point_unit));
        hn::StoreU(hn::LoadU(Fixed{}, counts + service) + fixed, Fixed{}, counts + service);
    }
}

void expect_services(const ServiceColumns& columns, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) use_services(columns, row);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(expect_services);
void expect_use(const ServiceColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(expect_services)(columns, rows); }
}  // namespace spires
#endif
