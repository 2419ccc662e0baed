#include "processes/outdoor_air.hpp"

#include "core/fixed_point.hpp"
#include "core/maths.hpp"
#include "processes/air_lanes.hpp"
#include "processes/row_list.hpp"
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
    const auto breathe_one = [&](Breath& breath, Lever lever, Column<std::uint16_t>& lagged) {
        const float* const added = breath.added.additions(step.levers, LeverTable::of(lever), people.size());
        if (added != nullptr) breath.now.resize(people.size());
        breathe({.place = people.place.data(), .outdoors = breath.outdoors.data(), .added = added, .lag_share = lag_share_, .lagged = lagged.data(), .now = added != nullptr ? breath.now.data() : nullptr},
                people.size());
        return added != nullptr;
    };
    const bool no2_moved = breathe_one(no2, Lever::no2, people.no2), pm25_moved = breathe_one(pm25, Lever::pm25, people.pm25);
    const auto breathed = [&](const Breath& breath, bool moved, std::size_t row) {
        return to_fixed_point(static_cast<double>(moved ? breath.now[row] : std::max(breath.outdoors[people.place[row]], 0.0F)));
    };
    static_assert(static_cast<std::size_t>(Count::pm25) == static_cast<std::size_t>(Count::no2) + 1, "counted side by side");
    if (no2_moved || pm25_moved) tally(step, [&](std::size_t row) { return Counted{breathed(no2, no2_moved, row), breathed(pm25, pm25_moved, row)}; });
    else tally_by_place(step, no2.outdoors, pm25.outdoors);
}

/// Where no programme moves the air, everybody of a place breathes the same.
void OutdoorAir::tally_by_place(Step& step, const Column<float>& no2, const Column<float>& pm25) const {
    thread_local Column<Counted> of_place;
    of_place.resize(no2.size());
    const auto counted = [](float outdoors) { return to_fixed_point(static_cast<double>(std::max(outdoors, 0.0F))); };
    for (std::size_t place = 0; place < of_place.size(); ++place) of_place[place] = {counted(no2[place]), counted(pm25[place])};
    const auto* const place = step.block.people.place.data();
    tally(step, [&](std::size_t row) { return of_place[place[row]]; });
}

template <class CountedOf>
void OutdoorAir::tally(Step& step, CountedOf counted_of) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    const auto breathed = step.tallies.counts(Count::no2);
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (row + far_ahead < people.size()) bring_near(&breathed[strata.tally[row + far_ahead]], 1);
        const std::int64_t asked = (people.presence[row] & Presence::arriving) != 0 ? 0 : -1;  // residents of mid-year; without branches: see Asked
        const Counted more = counted_of(row);
        std::int64_t* const counts = &breathed[strata.tally[row]];
        counts[0] += more.no2 & asked;
        counts[1] += more.pm25 & asked;
    }
}

}  // namespace spires
