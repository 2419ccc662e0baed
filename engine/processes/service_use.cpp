#include "processes/service_use.hpp"

#include "calibration/calibrate_parts.hpp"
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
    for (const auto& of_set : service_factors(inputs_, model.circumstance_ratio)) {
        ByService& factors = circumstances_.emplace_back();
        factors.fill(1.0F);
        for (std::size_t s = 0; s < services_; ++s) factors[s] = static_cast<float>(of_set[s]);
    }
}

const float* ServiceUse::ratios(const Step& step) const {
    thread_local std::vector<float> ratios;
    bool moved = false;
    for (std::size_t s = 0; s < services_; ++s) moved = moved || step.levers.moves_ratio(levers_.service_rate(s));
    if (!moved) return nullptr;
    const std::size_t rows = step.block.people.size();
    ratios.assign(rows * most_services, 1.0F);
    for (std::size_t s = 0; s < services_; ++s)
        if (step.levers.moves_ratio(levers_.service_rate(s)))
            for (std::size_t row = 0; row < rows; ++row) ratios[row * most_services + s] = static_cast<float>(step.levers.ratio(levers_.service_rate(s), row));
    return ratios.data();
}

void ServiceUse::advance(Step& step) const {
    const auto& layout = step.tallies.layout();
    expect_use({.strata = step.strata(inputs_.places), .people = step.block.people, .conditions_before = step.conditions_before(), .chance_of_death = step.survival().chance_of_death.data(), .rates = rates_, .conditions = conditions_,
                .last_year_of_life = last_year_of_life_, .flags = step.risk_columns().flags.data(), .circumstances = circumstances_, .levers = ratios(step), .slots = layout.service_slots(),
                .counts = step.tallies.counts(layout.service(0))},
               step.block.people.size());
}

}  // namespace spires
