#include "processes/outdoor_air.hpp"

#include "core/fixed_point.hpp"
#include "core/maths.hpp"
#include "interventions/overlay.hpp"
#include "processes/exposures.hpp"
#include "scenario/levers.hpp"

namespace spires {

OutdoorAir::OutdoorAir(const Inputs& inputs, const Parameters& parameters) : inputs_(inputs), lag_share_(one_minus_exp_minus(1.0 / parameters["air_lag_years"])) {}

void OutdoorAir::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& air = inputs_.wider.air;
    const auto& strata = step.strata(inputs_.places);
    const double no2_ratio = AirTables::ratio(air.no2_trend, air.first_year, step.year), pm25_ratio = AirTables::ratio(air.pm25_trend, air.first_year, step.year);
    const auto breathe = [&](std::uint16_t& lagged, double now) {
        const double old = lagged / air_unit;
        lagged = to_exposure_units(old + lag_share_ * (now - old), air_unit);
    };
    for (std::size_t row = 0; row < people.size(); ++row) {
        const std::size_t place = people.place[row];
        const double no2 = std::max(0.0, air.no2[place] * no2_ratio + step.levers.added(LeverTable::of(Lever::no2), row));
        const double pm25 = std::max(0.0, air.pm25[place] * pm25_ratio + step.levers.added(LeverTable::of(Lever::pm25), row));
        breathe(people.no2[row], no2);
        breathe(people.pm25[row], pm25);
        if ((people.presence[row] & Presence::arriving) != 0) continue;  // residents of mid-year are asked
        std::int64_t* const counts = step.tallies.wider_row(strata.tally[row]);
        counts[wider(Count::no2)] += to_fixed_point(no2);
        counts[wider(Count::pm25)] += to_fixed_point(pm25);
    }
}

}  // namespace spires
