#include "processes/service_use.hpp"

#include "core/fixed_point.hpp"
#include "interventions/overlay.hpp"

#include <stdexcept>

namespace spires {

ServiceUse::ServiceUse(const Model& model, const LeverTable& levers)
    : inputs_(*model.inputs), levers_(levers), services_(model.services.size()), rates_(sexes * ages * deciles) {
    if (services_ > most_services) throw std::logic_error("more services than ServiceUse has room for");
    std::vector<ByService> ratios(inputs_.health.conditions.size());
    for (auto& row : ratios) row.fill(1.0F);
    for (std::size_t s = 0; s < services_; ++s) {
        const auto& service = model.services[s];
        last_year_of_life_[s] = static_cast<float>(service.last_year_of_life);
        for (std::size_t c = 0; c < ratios.size(); ++c) ratios[c][s] = static_cast<float>(service.condition_ratio[c]);
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age)
                for (std::size_t d = 0; d < deciles; ++d)
                    rates_[(sex * ages + age) * deciles + d][s] = static_cast<float>(service.rate[sex][age] * service.decile_ratio[d]);
    }
    conditions_ = ConditionProducts<most_services>(ratios);
}

void ServiceUse::apply_levers(const Step& step, std::size_t row, ByService& use) const noexcept {
    for (std::size_t s = 0; s < services_; ++s)
        if (step.levers.moves_ratio(levers_.service_rate(s))) use[s] *= static_cast<float>(step.levers.ratio(levers_.service_rate(s), row));
}

ServiceUse::ByService ServiceUse::with_conditions(const ByService& rate, ConditionSet conditions) const noexcept {
    ByService use = rate;
    for (std::size_t group = 0; group < conditions_.groups(); ++group) {
        const ByService& ratios = conditions_.of(group, conditions);
        for (std::size_t s = 0; s < most_services; ++s) use[s] *= ratios[s];
    }
    return use;
}

void ServiceUse::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    std::int64_t* const services = step.tallies.data() + step.tallies.layout().service(0);
    for (std::size_t row = 0; row < people.size(); ++row) {
        const ByService& rate = rates_[static_cast<std::size_t>(strata.sex_age_decile(row))];
        ByService use = with_conditions(rate, people.conditions[row]);
        if (people.conditions_before[row] != people.conditions[row]) {  // half the year with each
            const ByService before = with_conditions(rate, people.conditions_before[row]);
            for (std::size_t s = 0; s < most_services; ++s) use[s] = 0.5F * (use[s] + before[s]);
        }
        apply_levers(step, row, use);
        const float time = static_cast<float>(time_share(people.presence[row])), p = people.chance_of_death[row];
        for (std::size_t s = 0; s < most_services; ++s) use[s] *= time * ((1.0F - p) + p * (0.5F + last_year_of_life_[s]));
        std::int64_t* const counts = services + strata.tally[row];
        for (std::size_t s = 0; s < services_; ++s) counts[s] += to_fixed_point(use[s]);
    }
}

}  // namespace spires
