#include "interventions/forecast.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Calls visit(block, row) for everyone who is eligible today.
template <class Visit>
void for_each_eligible(const Eligibility& wanted, const PeopleToday& today, const EligibilityContext& context, Visit visit) {
    for (const Block& block : today.population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            if (!eligible_but_for_measures(wanted, block.people, block.households, row, context)) continue;
            if (asks_activity(wanted) || asks_body_mass_index(wanted)) {
                const Measures measures = today.measures(block, row);
                if (!eligible(wanted, block.people, block.households, row, context, measures.activity_minutes,
                              measures.body_mass_index)) continue;
            }
            visit(block, row);
        }
}

/// Of those whom a programme is for, who came since the year before: about as many as leave the city. More come where
/// eligibility is a state that passes, so the forecast is still a little low there.
constexpr double newcomers_a_year = 0.09;

/// Adds one person's chance of joining in each year, and what that would cost. The person stands for
/// whoever has that age in that year: the offers of earlier years count from the first eligible age on.
void add_person(const Intervention& intervention, std::size_t decile, int age, std::size_t ward, Forecast& result) {
    const double reach = intervention.reach.at(decile, age, ward);
    const double joining = intervention.uptake.at(decile, age, ward);
    const double cost = intervention.cost_per_participant.at(decile, age, ward);
    int years_to_look_back = intervention.yearly ? 0 : age - intervention.eligible.age_from;
    double open = 1;  // chance that nothing has been offered yet to somebody of this kind
    for (auto& year : result.years) {
        const double joins = open * reach * joining;
        year.participants += joins;
        year.cost += joins * cost;
        if (years_to_look_back-- <= 0) continue;
        open *= 1 - reach;
        open += newcomers_a_year * (1 - open);
    }
}

/// Turns takers beyond the places away and adds the fixed cost.
void close_year(const Intervention& intervention, YearForecast& year) {
    const double takers = year.participants;
    if (intervention.places && takers > static_cast<double>(*intervention.places)) {
        year.participants = static_cast<double>(*intervention.places);
        year.unmet = takers - year.participants;
        year.cost *= year.participants / takers;
    }
    year.cost += intervention.fixed_cost_per_year.mean;
}

}  // namespace

Measures measures_of_columns(const Block& block, std::size_t row) {
    return {block.people.activity_minutes[row] / activity_unit, block.people.body_mass[row] / body_mass_index_unit};
}

Forecast forecast(const Intervention& intervention, const PeopleToday& today, const Places& places) {
    Forecast result;
    result.eligible_by_ward.assign(places.wards.size(), 0);
    for (int year = intervention.from; year <= intervention.to; ++year) result.years.push_back({.year = year});
    const EligibilityContext context(places, today.year);
    for_each_eligible(intervention.eligible, today, context, [&](const Block& block, std::size_t row) {
        const Place& place = places.places[block.people.place[row]];
        ++result.eligible;
        ++result.eligible_by_ward[place.ward];
        add_person(intervention, place.decile, block.people.age(row, today.year), place.ward, result);
    });
    for (auto& year : result.years) {
        close_year(intervention, year);
        result.participants += year.participants;
        result.cost += year.cost;
    }
    return result;
}

}  // namespace spires
