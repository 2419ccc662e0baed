#include "processes/outdoor_air.hpp"

#include "core/maths.hpp"
#include "processes/air_lanes.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

OutdoorAir::OutdoorAir(const Inputs& inputs, const Parameters& parameters)
    : inputs_(inputs), lag_share_(static_cast<float>(one_minus_exp_minus(1.0 / parameters["air_lag_years"]))) {}

/// What people of each place breathe outdoors in the year, before programmes.
void OutdoorAir::outdoors_of(const std::vector<double>& base, const std::vector<double>& trend, int year, Column<float>& outdoors) const {
    const double ratio = AirTables::ratio(trend, inputs_.wider.air.first_year, year);
    outdoors.resize(base.size());
    std::ranges::transform(base, outdoors.begin(), [&](double mean) { return static_cast<float>(mean * ratio); });
}

void OutdoorAir::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& air = inputs_.wider.air;
    thread_local Breath no2, pm25;
    outdoors_of(air.no2, air.no2_trend, step.year, no2.outdoors);
    outdoors_of(air.pm25, air.pm25_trend, step.year, pm25.outdoors);
    const auto breathe_one = [&](Breath& breath, Lever lever, Count quantity, Column<std::uint16_t>& lagged) {
        breath.counted.resize(people.size());
        breathe({.place = people.place.data(), .outdoors = breath.outdoors.data(), .added = breath.added.additions(step.levers, LeverTable::of(lever), people.size()),
                 .lag_share = lag_share_, .presence = people.presence.data(), .not_counted = Presence::arriving, .lagged = lagged.data(), .counted = breath.counted.data()},
                people.size());
        step.expected.of_everybody(quantity, breath.counted);
    };
    static_cast<void>(step.strata(inputs_.places));  // where they are counted
    breathe_one(no2, Lever::no2, Count::no2, people.no2);
    breathe_one(pm25, Lever::pm25, Count::pm25, people.pm25);
}

}  // namespace spires
