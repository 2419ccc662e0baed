#include "calibration/calibrate_parts.hpp"
#include "core/maths.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Calls `visit(sex, age, decile, cell)` for the cells of those whom a condition concerns.
template <class Visit>
void for_each_cell(const Condition& condition, Visit visit) {
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t age = 0; age < ages; ++age) {
            if (!condition.concerns(static_cast<Sex>(s), static_cast<int>(age))) continue;
            for (std::size_t d = 0; d < deciles; ++d) visit(s, age, d, cell_of(s, age, d));
        }
}

/// M: mean of Π RR over people free of the condition, by sex and five-year age, all deciles together.
void solve_mean_ratios(const Condition& condition, const RiskSums::OfOutcome& sums, IncidenceModel& model) {
    BySexBand ratios{}, people{};
    for_each_cell(condition, [&](std::size_t s, std::size_t age, std::size_t, std::size_t cell) {
        const std::size_t band = five_year_band(static_cast<int>(age));
        ratios[s][band] += sums.ratios[cell];
        people[s][band] += sums.free[cell];
    });
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t band = 0; band < five_year_bands; ++band) model.mean_ratio[s][band] = people[s][band] > 0 ? ratios[s][band] / people[s][band] : 1.0;
}

/// Hazards of one decile at the base.
struct HazardsOfDecile {
    double everyone = 0;   ///< Σ h0 (1 − p) over all whom the condition concerns, ill or not, p by sex and age
    double at_risk = 0;    ///< Σ h0 over those free of it
    double explained = 0;  ///< the same times Π RR / M
};

std::array<HazardsOfDecile, deciles> sum_hazards(const Condition& condition, const BySexAgeDecile& people, const RiskSums::OfOutcome& sums, const IncidenceModel& model) {
    std::array<HazardsOfDecile, deciles> hazards{};
    for_each_cell(condition, [&](std::size_t s, std::size_t age, std::size_t d, std::size_t cell) {
        const double hazard = model.hazard[s][age];
        if (hazard <= 0) return;
        hazards[d].everyone += people[cell] * hazard * (1.0 - condition.prevalence[s][age]);
        hazards[d].at_risk += hazard * sums.free[cell];
        hazards[d].explained += hazard * sums.ratios[cell] / model.mean_ratio[s][five_year_band(static_cast<int>(age))];
    });
    return hazards;
}

/// D: lets a decile have new cases in proportion to its prevalence, given what exposures already explain, so that both
/// keep their ratio from year to year: where more are ill, fewer are left to fall ill. The city's total is kept.
void solve_residual_deciles(const Condition& condition, const std::array<HazardsOfDecile, deciles>& hazards, IncidenceModel& model) {
    const auto& target = condition.decile_ratio;
    double total = 0, weighted = 0;
    for (std::size_t d = 0; d < deciles; ++d) {
        total += hazards[d].at_risk;
        weighted += target[d] * hazards[d].everyone;
    }
    for (std::size_t d = 0; d < deciles; ++d)
        model.residual[d] = hazards[d].explained > 0 ? target[d] * hazards[d].everyone / hazards[d].explained * (total / weighted) : 1.0;
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

std::vector<IncidenceModel> calibrate_incidence(const Inputs& inputs, const RiskSums& sums, const RiskModel& risks) {
    const auto& conditions = inputs.health.conditions;
    std::vector<IncidenceModel> models(conditions.size());
    for (std::size_t c = 0; c < models.size(); ++c) {
        models[c].hazard = conditions[c].incidence;
        models[c].remission = conditions[c].remission;
        solve_mean_ratios(conditions[c], sums.outcomes[c], models[c]);
        solve_residual_deciles(conditions[c], sum_hazards(conditions[c], sums.people, sums.outcomes[c], models[c]), models[c]);
    }
    bound_chances(risks, models);
    return models;
}

}  // namespace spires
