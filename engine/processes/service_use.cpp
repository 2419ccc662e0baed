#include "processes/service_use.hpp"

#include "core/fixed_point.hpp"
#include "interventions/overlay.hpp"

#include <bit>
#include <stdexcept>

namespace spires {

ServiceUse::ServiceUse(const Model& model, const LeverTable& levers)
    : inputs_(*model.inputs), levers_(levers), services_(model.services.size()), rates_(sexes * ages * deciles),
      condition_ratios_(inputs_.health.conditions.size()) {
    if (services_ > most_services) throw std::logic_error("more services than ServiceUse has room for");
    for (std::size_t s = 0; s < services_; ++s) {
        const auto& service = model.services[s];
        last_year_of_life_[s] = service.last_year_of_life;
        for (std::size_t c = 0; c < condition_ratios_.size(); ++c) condition_ratios_[c][s] = service.condition_ratio[c];
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age)
                for (std::size_t d = 0; d < deciles; ++d)
                    rates_[(sex * ages + age) * deciles + d][s] = service.rate[sex][age] * service.decile_ratio[d];
    }
}

void ServiceUse::apply_levers(const Step& step, std::size_t row, ByService& use) const noexcept {
    for (std::size_t s = 0; s < services_; ++s)
        if (step.levers.moves_ratio(levers_.service_rate(s))) use[s] *= step.levers.ratio(levers_.service_rate(s), row);
}

ServiceUse::ByService ServiceUse::with_conditions(const ByService& rate, ConditionSet conditions) const noexcept {
    ByService use = rate;
    for (; conditions != 0; conditions &= conditions - 1) {
        const auto& ratios = condition_ratios_[static_cast<std::size_t>(std::countr_zero(conditions))];
        for (std::size_t s = 0; s < most_services; ++s) use[s] *= ratios[s];
    }
    return use;
}

void ServiceUse::advance(Step& step) const {
    const auto& people = step.block.people;
    const std::size_t first = step.tallies.layout().service(0);
    for (const std::uint32_t row : step.rows()) {
        const int age = people.age(row, step.year);
        const std::uint16_t place = people.place[row];
        const double time = time_share(people.presence[row]), p = people.chance_of_death[row];
        const ByService& rate = base_rate(people.sex[row], age, inputs_.places.decile_of[place]);
        ByService use = with_conditions(rate, people.conditions[row]);
        if (people.conditions_before[row] != people.conditions[row]) {  // half the year with each
            const ByService before = with_conditions(rate, people.conditions_before[row]);
            for (std::size_t s = 0; s < most_services; ++s) use[s] = 0.5 * (use[s] + before[s]);
        }
        apply_levers(step, row, use);
        const auto counts = step.tallies.row(inputs_.places.cell_of[place], people.sex[row], life_table_band(age)).subspan(first);
        for (std::size_t s = 0; s < services_; ++s)
            counts[s] += to_fixed_point(use[s] * (time * ((1.0 - p) + p * (0.5 + last_year_of_life_[s]))));
    }
}

}  // namespace spires
