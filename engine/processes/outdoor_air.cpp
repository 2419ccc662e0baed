#include "processes/outdoor_air.hpp"

#include "core/fixed_point.hpp"
#include "core/maths.hpp"
#include "processes/air_lanes.hpp"
#include "processes/lever_column.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

OutdoorAir::OutdoorAir(const Inputs& inputs, const Parameters& parameters)
    : inputs_(inputs), lag_share_(static_cast<float>(one_minus_exp_minus(1.0 / parameters["air_lag_years"]))) {}

void OutdoorAir::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& air = inputs_.wider.air;
    const auto breathe_one = [&](const std::vector<double>& base, const std::vector<double>& trend, Lever lever, Column<std::uint16_t>& lagged, Column<float>& now) {
        thread_local std::vector<float> outdoors;
        thread_local LeverColumn added;
        const double ratio = AirTables::ratio(trend, air.first_year, step.year);
        outdoors.resize(base.size());
        std::ranges::transform(base, outdoors.begin(), [&](double mean) { return static_cast<float>(mean * ratio); });
        now.resize(people.size());
        breathe({.place = people.place.data(), .outdoors = outdoors.data(), .added = added.additions(step.levers, LeverTable::of(lever), people.size()),
                 .lag_share = lag_share_, .lagged = lagged.data(), .now = now.data()},
                people.size());
    };
    thread_local Column<float> no2, pm25;
    breathe_one(air.no2, air.no2_trend, Lever::no2, people.no2, no2);
    breathe_one(air.pm25, air.pm25_trend, Lever::pm25, people.pm25, pm25);
    tally(step, no2, pm25);
}

void OutdoorAir::tally(Step& step, const Column<float>& no2, const Column<float>& pm25) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    const auto of_no2 = step.tallies.counts(Count::no2), of_pm25 = step.tallies.counts(Count::pm25);
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (row + rows_ahead < people.size()) bring_near(&of_no2[strata.tally[row + rows_ahead]], 1);
        if ((people.presence[row] & Presence::arriving) != 0) continue;  // residents of mid-year are asked
        of_no2[strata.tally[row]] += to_fixed_point(static_cast<double>(no2[row]));
        of_pm25[strata.tally[row]] += to_fixed_point(static_cast<double>(pm25[row]));
    }
}

}  // namespace spires
