#include "processes/mortality.hpp"

#include "core/fixed_point.hpp"
#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"

#include <algorithm>
#include <bit>

namespace spires {

void Dying::advance(Step& step) const {
    auto& people = step.block.people;
    thread_local BlockWords luck;
    luck.draw_all(step.key, people.id, step.year, Purpose::death);
    for (const std::uint32_t row : step.rows()) {
        const int age = people.age(row, step.year);
        const Sex sex = people.sex[row];
        const auto state = RiskModel::state_of(people, row, people.conditions_before[row]);
        const double relative = model_.risks.ratio(model_.risks.other_mortality(), state, sex, age) /
                                model_.mortality.mean_ratio[model_.inputs->places.decile_of[people.place[row]]][static_cast<std::size_t>(sex)][five_year_band(age)];
        // Half the step at each age; of infant deaths most fell in the step of birth (docs/model.md).
        const Hazard first = hazard(step, row, age, people.conditions_before[row], relative) * (age == 0 ? late_infant_share_ : 0.5);
        const Hazard second = hazard(step, row, age + 1, people.conditions[row], relative) * 0.5;
        const double time = time_share(people.presence[row]), mean = first.value() + second.value();
        const double dies = within(Hazard{mean}, time).value();
        const double years = mean > 0 ? dies / mean : time;  // ∫ survival over the time present
        people.chance_of_death[row] = static_cast<float>(dies);
        people.years_lived[row] = static_cast<float>(years);
        tally(step, row, age, first, second);
        if (happens(luck.word(0, row), dies)) die(step, row, age);
    }
}

/// Someone drawn to leave who dies first counts once, as a death.
void Dying::die(Step& step, std::size_t row, int age) const {
    auto& people = step.block.people;
    const auto cell = model_.inputs->places.places[people.place[row]].cell;
    step.tallies.add(cell, people.sex[row], age, Count::deaths, 1);
    if ((people.presence[row] & Presence::leaving) != 0) step.tallies.add(cell, people.sex[row], age, Count::departures, -1);
    people.presence[row] |= Presence::dead;
}

Hazard Dying::hazard(const Step& step, std::size_t row, int age, ConditionSet conditions, double relative) const {
    const auto& people = step.block.people;
    const auto& model = model_.mortality;
    const auto sex = static_cast<std::size_t>(people.sex[row]);
    const std::size_t a = age_row(age), decile = model_.inputs->places.decile_of[people.place[row]];
    double total = model.residual[sex][decile][a] * relative;
    for (ConditionSet left = conditions; left != 0; left &= left - 1) {
        const auto c = static_cast<std::size_t>(std::countr_zero(left));
        total += model.fatality[c][sex][a] * step.levers.ratio(levers_.case_fatality(c), row);
    }
    const auto year = std::min(static_cast<std::size_t>(step.year - step.base_year), model.trend.size() - 1);
    return Hazard{total * model.trend[year][sex][a]};
}

/// Deaths at each age in proportion to its part of λ, half the expected person-years at each.
void Dying::tally(Step& step, std::size_t row, int age, Hazard first, Hazard second) const {
    const auto& people = step.block.people;
    const double dies = people.chance_of_death[row], years = people.years_lived[row];
    const double mean = first.value() + second.value();
    const auto& place = model_.inputs->places.places[people.place[row]];
    const auto sex = static_cast<std::size_t>(people.sex[row]);
    for (const auto& [at_age, hazard] : {std::pair{age, first}, std::pair{age + 1, second}}) {
        auto counts = step.tallies.row(place.cell, people.sex[row], life_table_band(at_age));
        const auto& layout = step.tallies.layout();
        const double deaths = mean > 0 ? dies * hazard.value() / mean : 0.0;
        counts[layout.of(Count::person_years)] += to_fixed_point(0.5 * years);
        counts[layout.of(Count::expected_deaths)] += to_fixed_point(deaths);
        if (model_.mortality.floored[sex][place.decile][age_row(at_age)]) counts[layout.of(Count::floored_deaths)] += to_fixed_point(deaths);
    }
}

}  // namespace spires
