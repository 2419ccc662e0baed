#include "processes/service_use.hpp"

#include "core/fixed_point.hpp"
#include "interventions/overlay.hpp"

#include <bit>

namespace spires {

namespace {

double condition_factor(const ServiceModel& service, ConditionSet conditions) noexcept {
    double factor = 1.0;
    for (; conditions != 0; conditions &= conditions - 1) factor *= service.condition_ratio[static_cast<std::size_t>(std::countr_zero(conditions))];
    return factor;
}

}  // namespace

void ServiceUse::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& layout = step.tallies.layout();
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = people.age(row, step.year);
        const auto sex = static_cast<std::size_t>(people.sex[row]);
        const auto& place = model_.inputs->places.places[people.place[row]];
        const double time = time_share(people.presence[row]), p = people.chance_of_death[row];
        auto counts = step.tallies.row(place.cell, people.sex[row], life_table_band(age));
        for (std::size_t s = 0; s < model_.services.size(); ++s) {
            const auto& service = model_.services[s];
            const double rate = service.rate[sex][age_row(age)];
            if (rate <= 0) continue;
            const double use = rate * service.decile_ratio[place.decile] * condition_factor(service, people.conditions[row]) *
                               step.levers.ratio(levers_.service_rate(s), row);
            counts[layout.service(s)] += to_fixed_point(use * time * ((1.0 - p) + p * (0.5 + service.last_year_of_life)));
        }
    }
}

}  // namespace spires
