#include "calibration/calibrate_parts.hpp"
#include "calibration/sums.hpp"

#include "core/maths.hpp"

#include <bit>

namespace spires {

namespace {

double condition_factor(const std::vector<double>& ratios, ConditionSet conditions) {
    double factor = 1.0;
    for (; conditions != 0; conditions &= conditions - 1) factor *= ratios[static_cast<std::size_t>(std::countr_zero(conditions))];
    return factor;
}

}  // namespace

std::vector<ServiceModel> calibrate_services(const Inputs& inputs, const Population& base) {
    const auto& services = inputs.health.services;
    std::vector<ServiceModel> models;
    for (const auto& service : services)
        models.push_back({average_over_step(service.rate), service.decile_ratio, service.condition_ratio, service.last_year_of_life, service.unit_cost});
    const auto expected = sum_over_blocks(base, services.size(), [&](const Block& block, std::vector<double>& sum) {
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, inputs.base_year);
            const Sex sex = block.people.sex[row];
            const std::size_t decile = inputs.places.places[block.people.place[row]].decile;
            const double p = one_minus_exp_minus(base_mortality(inputs, sex, age, decile));
            for (std::size_t s = 0; s < models.size(); ++s) {
                const double rate = models[s].rate[static_cast<std::size_t>(sex)][age_row(age)] * models[s].decile_ratio[decile];
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
