#include "processes/good_health.hpp"

#include "core/fixed_point.hpp"
#include "interventions/overlay.hpp"
#include "scenario/levers.hpp"

namespace spires {

/// Half the year with the conditions of its start and half with those of its end. Time lost to death
/// is taken off with the same expected person-years as mortality tallies (the factor cancels in shares).
void GoodHealth::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& model = model_.good_health;
    for (const std::uint32_t row : step.rows()) {
        const int age = people.age(row, step.year);
        const auto sex = static_cast<std::size_t>(people.sex[row]);
        const std::uint16_t place = people.place[row];
        const double decile = model.decile_odds[sex][model_.inputs->places.decile_of[place]] * step.levers.ratio(LeverTable::of(Lever::good_health), row);
        const double years = 0.5 * people.years_lived[row];
        for (const int at_age : {age, age + 1}) {
            const auto conditions = at_age == age ? people.conditions_before[row] : people.conditions[row];
            const double odds = model.own_odds(people, row, conditions) * decile * model.band_odds[sex][life_table_band(at_age)];
            step.tallies.add(model_.inputs->places.cell_of[place], people.sex[row], at_age, Count::good_health_years, to_fixed_point(years * odds / (1.0 + odds)));
        }
    }
}

}  // namespace spires
