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

using Use = hn::CappedTag<float, most_services>;
using Wide = hn::ScalableTag<double>;
using Narrow = hn::Rebind<float, Wide>;
using Fixed = hn::Rebind<std::int64_t, Wide>;

/// The columns as plain pointers: the compiler keeps these at hand from row to row, where it would read vectors anew after each store.
struct Pointers {
    const std::int32_t *sex_age, *decile, *tally, *flags;
    const ConditionSet *before, *after;
    const std::uint8_t* presence;
    const float *dies, *rates, *products, *last_year, *circumstances, *levers;
    std::size_t groups;
    CountColumns<std::int64_t> counts;

    explicit Pointers(const ServiceColumns& c)
        : sex_age(c.strata.sex_age.data()), decile(c.strata.decile.data()), tally(c.strata.tally.data()), flags(c.flags), before(c.people.conditions_before.data()),
          after(c.people.conditions.data()), presence(c.people.presence.data()), dies(c.chance_of_death), rates(c.rates.front().data()),
          products(c.conditions.groups() > 0 ? c.conditions.table() : nullptr), last_year(c.last_year_of_life.data()), circumstances(c.circumstances.front().data()), levers(c.levers),
          groups(c.conditions.groups()), counts(c.counts) {}
};

/// Rates of a stratum times the ratios of a person's conditions, eight conditions at a time.
HWY_INLINE hn::Vec<Use> with_conditions(const Pointers& c, const float* rate, ConditionSet conditions, std::size_t service) {
    const Use d;
    auto use = hn::LoadU(d, rate);
    for (std::size_t group = 0; group < c.groups; ++group) {
        const float* const ratios = c.products + (group * 256 + ((conditions >> (8 * group)) & 255U)) * most_services;
        use = use * hn::LoadU(d, ratios + service);
    }
    return use;
}

/// Adds expected contacts to the counts of services.
HWY_INLINE void count(std::int64_t* counts, const float* use, std::size_t slots) {
    for (std::size_t service = 0; service < slots; service += hn::Lanes(Wide{})) {
        const auto events = hn::PromoteTo(Wide{}, hn::LoadU(Narrow{}, use + service)) * hn::Set(Wide{}, fixed_point_unit);
        hn::StoreU(hn::LoadU(Fixed{}, counts + service) + hn::ConvertTo(Fixed{}, events), Fixed{}, counts + service);
    }
}

HWY_INLINE void use_services(const Pointers& c, std::size_t row, std::size_t slots) {
    const Use d;
    const auto stratum = static_cast<std::size_t>(c.sex_age[row]) * deciles + static_cast<std::size_t>(c.decile[row]);
    const ConditionSet before = c.before[row], after = c.after[row];
    const auto time = hn::Set(d, static_cast<float>(time_share(c.presence[row]))), dies = hn::Set(d, c.dies[row]);
    const auto survives = hn::Set(d, 1.0F) - dies;
    const float* const circumstances = c.circumstances + static_cast<std::size_t>(c.flags[row]) * most_services;
    std::int64_t* const counts = c.counts.at(static_cast<std::size_t>(c.tally[row]));
    alignas(64) float of_services[most_services];
    for (std::size_t service = 0; service < slots; service += hn::Lanes(d)) {
        const float* const rate = c.rates + stratum * most_services + service;
        auto use = with_conditions(c, rate, after, service);
        if (before != after) use = hn::Set(d, 0.5F) * (use + with_conditions(c, rate, before, service));  // half the year with each
        use = use * hn::LoadU(d, circumstances + service);
        if (c.levers != nullptr) use = use * hn::LoadU(d, c.levers + row * most_services + service);
        const auto of_the_dying = hn::Set(d, 0.5F) + hn::LoadU(d, c.last_year + service);
        use = use * (time * (survives + dies * of_the_dying));
        hn::StoreU(use, d, of_services + service);
    }
    count(counts, of_services, slots);
}

void expect_services(const ServiceColumns& columns, std::size_t rows) {
    const Pointers pointers(columns);
    const std::size_t slots = columns.slots;
    for (std::size_t row = 0; row < rows; ++row) {
        if (const std::size_t next = row + rows_ahead; next < rows) {
            bring_near(pointers.counts.at(static_cast<std::size_t>(pointers.tally[next])), slots);
            bring_near(pointers.rates + static_cast<std::size_t>(columns.strata.sex_age_decile(next)) * most_services, slots);
        }
        use_services(pointers, row, slots);
    }
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
