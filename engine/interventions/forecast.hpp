#pragma once
// What a programme would meet if the city stayed as it is today: a plain sum, no simulation.

#include "interventions/eligibility.hpp"

#include <functional>
#include <vector>

namespace spires {

/// Minutes of activity a week and body mass index of one person.
struct Measures {
    double activity_minutes = 0, body_mass_index = 0;
};
using MeasuresOf = std::function<Measures(const Block& block, std::size_t row)>;

/// Everyone as they are in one year.
struct PeopleToday {
    const Population& population;
    int year;
    MeasuresOf measures;
};

struct YearForecast {
    int year = 0;
    double participants = 0;  ///< expected
    double unmet = 0;         ///< takers beyond the places
    double cost = 0;          ///< pounds of the intervention's price year
};

struct Forecast {
    std::size_t eligible = 0;
    std::vector<std::size_t> eligible_by_ward;
    std::vector<YearForecast> years;
    double participants = 0, cost = 0;  ///< over all years
};

/// Counts who is eligible and how many would take part if every year had today's people: new ones come
/// of age, but nobody's state changes, so the run's own figures differ somewhat.
[[nodiscard]] Forecast forecast(const Intervention& intervention, const PeopleToday& today, const Places& places);

}  // namespace spires
