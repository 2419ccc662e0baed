#include "calibration/calibrate_parts.hpp"
#include "core/maths.hpp"

#include <bit>

namespace spires {

namespace {

/// Share in good health among people without conditions or habits, over their lasting personal odds.
double mean_share(const GoodHealthModel& model, double odds) {
    constexpr int quantiles = 64;
    double sum = 0;
    for (int q = 0; q < quantiles; ++q) {
        const double own = odds * model.personal(to_score(normal_quantile((q + 0.5) / quantiles)));
        sum += own / (1.0 + own);
    }
    return sum / quantiles;
}

/// The tables hold associations at one time; each carries the causal fraction of its exposure.
double odds_of(const Inputs& inputs, const Parameters& parameters, ParameterDraw& draw, const char* exposure) {
    const auto found = inputs.health.good_health.exposure_log_odds.find(exposure);
    return found == inputs.health.good_health.exposure_log_odds.end() ? 1.0 : exponential(found->second * draw.causal_fraction(exposure, parameters.entry("causal_fraction")));
}

}  // namespace

double GoodHealthModel::own_odds(const PersonColumns& people, std::size_t row, ConditionSet conditions) const noexcept {
    double odds = personal(people.health[row]);
    for (ConditionSet left = illnesses(conditions); left != 0; left &= left - 1) odds *= condition_odds[static_cast<std::size_t>(std::countr_zero(left))];
    if (people.lonely[row] != 0) odds *= lonely;
    if (people.smoking[row] == Smoking::current) odds *= smoking;
    if (people.economic_status[row] == EconomicStatus::unemployed) odds *= unemployed;
    if (people.economic_status[row] != EconomicStatus::child && people.activity_lagged[row] < 30 * activity_unit) odds *= inactive;
    if (people.body_mass_lagged[row] >= 30 * body_mass_index_unit) odds *= obese;
    return odds;
}

GoodHealthModel calibrate_good_health(const Inputs& inputs, const Parameters& parameters, const Population& base, const BySexAgeDecile& people, ParameterDraw& draw) {
    GoodHealthModel model;
    for (auto& odds : model.decile_odds) odds.fill(1.0);
    for (const auto& condition : inputs.health.conditions) model.condition_odds.push_back(exponential(condition.good_health_log_odds));
    model.lonely = odds_of(inputs, parameters, draw, "loneliness");
    model.smoking = odds_of(inputs, parameters, draw, "smoking");
    model.inactive = odds_of(inputs, parameters, draw, "inactivity");
    model.obese = odds_of(inputs, parameters, draw, "obesity");
    model.unemployed = odds_of(inputs, parameters, draw, "unemployment");
    const double sd = parameters["good_health_person_sd"];
    for (int step = 0; step < 4096; ++step) model.personal_odds.push_back(exponential(sd * (step - 2047.5) * 16.0 / score_scale));
    solve_odds(inputs, base, people, model);
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t d = 0; d < deciles; ++d) model.newborn_share[s][d] = mean_share(model, model.band_odds[s][0] * model.decile_odds[s][d]);
    return model;
}

}  // namespace spires
