#include "calibration/calibrate_parts.hpp"
#include "calibration/sums.hpp"

#include "core/maths.hpp"

#include <bit>

namespace spires {

namespace {

double condition_factor(const std::vector<double>& ratios, ConditionSet conditions) {
    double factor = 1.0;
    for (conditions = illnesses(conditions); conditions != 0; conditions &= conditions - 1) factor *= ratios[static_cast<std::size_t>(std::countr_zero(conditions))];
    return factor;
}

}  // namespace

std::vector<std::vector<double>> service_factors(const Inputs& inputs, const std::vector<double>& circumstance_ratio) {
    std::vector<std::vector<double>> factors(std::size_t{1} << exposure_flags_count, std::vector<double>(inputs.health.services.size(), 1.0));
    for (std::size_t u = 0; u < circumstance_ratio.size(); ++u)
        for (std::size_t s = 0; s < inputs.health.services.size(); ++s)
            if (inputs.health.services[s].name == inputs.wider.uses[u].service)
                for (std::size_t set = 0; set < factors.size(); ++set)
                    if ((set >> inputs.wider.uses[u].flag) & 1U) factors[set][s] *= circumstance_ratio[u];
    return factors;
}

std::vector<ServiceModel> calibrate_services(const Inputs& inputs, const Population& base, const std::vector<double>& circumstance_ratio) {
    const auto& services = inputs.health.services;
    const auto factors = service_factors(inputs, circumstance_ratio);
    std::vector<ServiceModel> models;
    for (const auto& service : services)
        models.push_back({average_over_step(service.rate), service.decile_ratio, service.condition_ratio, service.last_year_of_life, service.unit_cost});
    const auto expected = sum_over_blocks(base, services.size(), [&](const Block& block, std::vector<double>& sum) {
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, inputs.base_year);
            const Sex sex = block.people.sex[row];
            const std::size_t decile = inputs.places.places[block.people.place[row]].decile;
            const double p = one_minus_exp_minus(base_mortality(inputs, sex, age, decile));
            const auto& people = block.people;
            const auto& own = factors[exposure_flags(people.lonely[row] != 0, people.economic_status[row] == EconomicStatus::unemployed, people.circumstances[row])];
            for (std::size_t s = 0; s < models.size(); ++s) {
                const double rate = own[s] * models[s].rate[static_cast<std::size_t>(sex)][age_row(age)] * models[s].decile_ratio[decile];
                sum[s] += rate * condition_factor(models[s].condition_ratio, block.people.conditions[row]) * ((1.0 - p) + p * (0.5 + models[s].last_year_of_life));
            }
        }
    });
    for (std::size_t s = 0; s < models.size(); ++s)
        for (auto& by_age : models[s].rate)
            for (auto& rate : by_age) rate *= expected[s] > 0 ? services[s].total / expected[s] : 0.0;
    return models;
}

}  // namespace spires
