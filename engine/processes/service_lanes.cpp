#include "processes/service_lanes.hpp"

#include "processes/process.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/service_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/fixed_point_lanes.hpp"
#include "processes/presence_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

using Use = hn::CappedTag<float, most_services>;

/// The columns as plain pointers: the compiler keeps these at hand from row to row, where it would read vectors anew after each store.
struct Pointers {
    const std::int32_t *sex_age, *decile, *tally, *flags;
    const ConditionSet *before, *after;
    const std::uint8_t* presence;
    const float *dies, *rates, *products, *last_year, *circumstances, *levers;
    CountColumns<std::int64_t> counts;
    std::size_t slots;

    explicit Pointers(const ServiceColumns& c)
        : sex_age(c.strata.sex_age.data()), decile(c.strata.decile.data()), tally(c.strata.tally.data()), flags(c.flags), before(c.conditions_before),
          after(c.people.conditions.data()), presence(c.people.presence.data()), dies(c.chance_of_death), rates(c.rates.front().data()),
          products(c.conditions.groups() > 0 ? c.conditions.table() : nullptr), last_year(c.last_year_of_life.data()), circumstances(c.circumstances.front().data()), levers(c.levers),
          counts(c.counts), slots(c.slots) {}
};

/// Where a group of people read, and how long they are here: worked out for all of them at once.
struct Readings {
    static constexpr std::size_t most = hn::MaxLanes(hn::ScalableTag<float>{});
    alignas(64) std::int32_t stratum[most];    ///< [sex][age][decile]
    alignas(64) float surviving[most], dying[most];  ///< share of the step's time, by whether the step is survived
};

template <class D>
HWY_INLINE void read_group(D d, const Pointers& c, std::size_t row, Readings& readings) {
    write(d, readings.stratum, read(d, c.sex_age + row) * integer(d, static_cast<std::int32_t>(deciles)) + read(d, c.decile + row));
    const auto time = time_share_of(d, c.presence + row), dies = read(d, c.dies + row);
    write(d, readings.surviving, time * (real(d, 1.0) - dies));
    write(d, readings.dying, time * dies);
}

/// Rates of a stratum times the ratios of a person's conditions, eight conditions at a time.
template <std::size_t groups>
HWY_INLINE hn::Vec<Use> with_conditions(const float* products, const float* rate, ConditionSet conditions) {
    const Use d;
    auto use = hn::Load(d, rate);
    for (std::size_t group = 0; group < groups; ++group)
        use = use * hn::Load(d, products + (group * 256 + ((conditions >> (8 * group)) & 255U)) * most_services);
    return use;
}

/// Adds what one person is expected to use.
template <std::size_t groups>
HWY_INLINE void use_services(const Pointers& c, std::size_t row, const Readings& readings, std::size_t at) {
    const Use d;
    const ConditionSet before = c.before[row], after = c.after[row];
    const float* const rate = c.rates + static_cast<std::size_t>(readings.stratum[at]) * most_services;
    const float* const circumstances = c.circumstances + static_cast<std::size_t>(c.flags[row]) * most_services;
    std::int64_t* const counts = &c.counts[c.tally[row]];
    const auto surviving = hn::Set(d, readings.surviving[at]), dying = hn::Set(d, readings.dying[at]);
    for (std::size_t service = 0; service < c.slots; service += hn::Lanes(d)) {
        auto use = with_conditions<groups>(c.products + service, rate + service, after);
        if (before != after) use = hn::Set(d, 0.5F) * (use + with_conditions<groups>(c.products + service, rate + service, before));  // half the year with each
        use = use * hn::Load(d, circumstances + service);
        if (c.levers != nullptr) use = use * hn::LoadU(d, c.levers + row * most_services + service);
        const auto of_the_dying = hn::Set(d, 0.5F) + hn::LoadU(d, c.last_year + service);
        add_fixed_point(d, use * (surviving + dying * of_the_dying), counts + service, c.slots - service);
    }
}

template <std::size_t groups>
HWY_INLINE void expect_all(const Pointers& c, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t first) HWY_ATTR {
        Readings readings;
        read_group(d, c, first, readings);
        for (std::size_t at = 0; at < hn::Lanes(d); ++at) {
            const std::size_t row = first + at;
            if (const std::size_t next = row + rows_ahead; next < rows) {
                bring_near(&c.counts[c.tally[next]], c.slots);
                bring_near(c.rates + (static_cast<std::size_t>(c.sex_age[next]) * deciles + static_cast<std::size_t>(c.decile[next])) * most_services, most_services);
            }
            use_services<groups>(c, row, readings, at);
        }
    });
}

void expect_services(const ServiceColumns& columns, std::size_t rows) {
    const Pointers pointers(columns);
    switch (columns.conditions.groups()) {
        case 0: return expect_all<0>(pointers, rows);
        case 1: return expect_all<1>(pointers, rows);
        case 2: return expect_all<2>(pointers, rows);
        case 3: return expect_all<3>(pointers, rows);
        default: return expect_all<4>(pointers, rows);  // as many as a set has bits for
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
