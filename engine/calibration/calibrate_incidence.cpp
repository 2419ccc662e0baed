#include "calibration/calibrate_parts.hpp"
#include "calibration/sums.hpp"
#include "core/maths.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t strata = sexes * five_year_bands;

std::size_t stratum(Sex sex, int age) { return static_cast<std::size_t>(sex) * five_year_bands + five_year_band(age); }

/// Calls `visit(row, age, outcome)` for everyone at risk of each condition.
template <class Visit>
void for_everyone_at_risk(const Inputs& inputs, const Block& block, Visit visit) {
    const auto& conditions = inputs.health.conditions;
    for (std::size_t row = 0; row < block.people.size(); ++row) {
        const int age = block.people.age(row, inputs.base_year);
        for (std::size_t c = 0; c < conditions.size(); ++c)
            if (!block.people.has(row, c) && conditions[c].concerns(block.people.sex[row], age)) visit(row, age, c);
    }
}

/// M: mean of Π RR over people free of the condition, by sex and five-year age, all deciles together.
void solve_mean_ratios(const Inputs& inputs, const Population& base, const RiskModel& risks, std::vector<IncidenceModel>& models) {
    const auto sums = sum_over_blocks(base, models.size() * strata * 2, [&](const Block& block, std::vector<double>& sum) {
        for_everyone_at_risk(inputs, block, [&](std::size_t row, int age, std::size_t c) {
            const Sex sex = block.people.sex[row];
            const auto state = RiskModel::state_of(block.people, row, block.people.conditions[row]);
            const std::size_t at = (c * strata + stratum(sex, age)) * 2;
            sum[at] += risks.ratio(c, state, sex, age);
            sum[at + 1] += 1.0;
        });
    });
    for (std::size_t c = 0; c < models.size(); ++c)
        for (std::size_t s = 0; s < strata; ++s) {
            const std::size_t at = (c * strata + s) * 2;
            models[c].mean_ratio[s / five_year_bands][s % five_year_bands] = sums[at + 1] > 0 ? sums[at] / sums[at + 1] : 1.0;
        }
}

/// Hazards of one decile at the base.
struct HazardsOfDecile {
    double everyone = 0;   ///< Σ h0 (1 − p) over all whom the condition concerns, ill or not, p by sex and age
    double at_risk = 0;    ///< Σ h0 over those free of it
    double explained = 0;  ///< the same times Π RR / M
};

std::vector<double> sum_hazards(const Inputs& inputs, const Population& base, const RiskModel& risks, const std::vector<IncidenceModel>& models) {
    return sum_over_blocks(base, models.size() * deciles * 3, [&](const Block& block, std::vector<double>& sum) {
        const auto& people = block.people;
        for (std::size_t row = 0; row < people.size(); ++row) {
            const int age = people.age(row, inputs.base_year);
            const Sex sex = people.sex[row];
            const auto s = static_cast<std::size_t>(sex);
            const auto state = RiskModel::state_of(people, row, people.conditions[row]);
            for (std::size_t c = 0; c < models.size(); ++c) {
                const auto& condition = inputs.health.conditions[c];
                const double hazard = models[c].hazard[s][age_row(age)];
                if (hazard <= 0 || !condition.concerns(sex, age)) continue;
                double* const of = sum.data() + (c * deciles + inputs.places.decile_of[people.place[row]]) * 3;
                of[0] += hazard * (1.0 - condition.prevalence[s][age_row(age)]);
                if (people.has(row, c)) continue;
                of[1] += hazard;
                of[2] += hazard * risks.ratio(c, state, sex, age) / models[c].mean_ratio[s][five_year_band(age)];
            }
        }
    });
}

/// D: lets a decile have new cases in proportion to its prevalence, given what exposures already explain, so that both
/// keep their ratio from year to year: where more are ill, fewer are left to fall ill. The city's total is kept.
void solve_residual_deciles(const Inputs& inputs, const Population& base, const RiskModel& risks, std::vector<IncidenceModel>& models) {
    const auto sums = sum_hazards(inputs, base, risks, models);
    for (std::size_t c = 0; c < models.size(); ++c) {
        const auto& target = inputs.health.conditions[c].decile_ratio;
        const auto of = [&](std::size_t d) { return HazardsOfDecile{sums[(c * deciles + d) * 3], sums[(c * deciles + d) * 3 + 1], sums[(c * deciles + d) * 3 + 2]}; };
        double total = 0, weighted = 0;
        for (std::size_t d = 0; d < deciles; ++d) {
            total += of(d).at_risk;
            weighted += target[d] * of(d).everyone;
        }
        for (std::size_t d = 0; d < deciles; ++d)
            models[c].residual[d] = of(d).explained > 0 ? target[d] * of(d).everyone / of(d).explained * (total / weighted) : 1.0;
    }
}

/// Lets the yearly step pass over a draw above it without working out the person's own risk.
void bound_chances(const RiskModel& risks, std::vector<IncidenceModel>& models) {
    for (auto& model : models) {
        const auto c = static_cast<std::size_t>(&model - models.data());
        const double most_deprived = *std::ranges::max_element(model.residual);
        for (std::size_t burden = 0; burden < burdens; ++burden)
            for (std::size_t s = 0; s < sexes; ++s)
                for (std::size_t age = 0; age < ages; ++age) {
                    const int years = static_cast<int>(age);
                    const double most = model.hazard[s][age] * most_deprived * risks.highest(c, burden, static_cast<Sex>(s), years) / model.mean_ratio[s][five_year_band(years)];
                    model.most_likely[burden][s][age] = one_minus_exp_minus(most) * (1.0 + 1e-9);
                }
    }
}

}  // namespace

std::vector<IncidenceModel> calibrate_incidence(const Inputs& inputs, const Population& base, const RiskModel& risks) {
    const auto& conditions = inputs.health.conditions;
    std::vector<IncidenceModel> models(conditions.size());
    for (std::size_t c = 0; c < models.size(); ++c) {
        models[c].hazard = conditions[c].incidence;
        models[c].remission = conditions[c].remission;
        models[c].residual.fill(1.0);
    }
    solve_mean_ratios(inputs, base, risks, models);
    solve_residual_deciles(inputs, base, risks, models);
    bound_chances(risks, models);
    return models;
}

}  // namespace spires
