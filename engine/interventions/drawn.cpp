#include "interventions/drawn.hpp"

#include "core/maths.hpp"
#include "core/random.hpp"

#include <algorithm>

namespace spires {

namespace {

bool is_ratio(Change change) { return change == Change::odds_ratio || change == Change::rate_ratio || change == Change::multiply; }

/// Shares stay within 0 to 1: a single share is drawn as a beta, one by place or age shifts together.
DrawnValue draw_share(ParameterDraw& draw, const std::string& name, const Value& value) {
    const bool single = !value.by_decile && value.by_age.empty() && value.by_ward.empty();
    if (value.sd <= 0) return {&value, 0.0, 1.0};
    if (single && value.mean > 0) return {&value, 0.0, draw.share(name, value.mean, value.sd) / value.mean};
    return {&value, draw.normal(name, 0.0, value.sd), 1.0};
}

DrawnValue draw_cost(ParameterDraw& draw, const std::string& name, const Value& value, double price) {
    if (value.sd <= 0 || value.mean <= 0) return {&value, 0.0, price};
    return {&value, 0.0, price * draw.cost(name, value.mean, value.sd) / value.mean};
}

DrawnEffect draw_effect(ParameterDraw& draw, const std::string& name, const Effect& effect, double half_life_factor) {
    DrawnEffect drawn;
    drawn.lever = effect.lever;
    drawn.on_log = is_ratio(effect.change);
    drawn.size = {&effect.size, effect.size.sd > 0 ? draw.normal(name, 0.0, effect.size.sd) : 0.0, 1.0};
    for (std::size_t k = 0; k < years_of_effect; ++k)
        drawn.strength[k] = mean_strength(static_cast<double>(k), effect.onset, effect.half_life * half_life_factor);
    return drawn;
}

}  // namespace

double mean_strength(double years, double onset, double half_life) noexcept {
    constexpr int parts = 64;  // midpoints of the step
    const double decay = half_life < 1e9 ? 0.6931471805599453 / half_life : 0.0;
    double sum = 0;
    for (int i = 0; i < parts; ++i) {
        const double t = years + (i + 0.5) / parts;
        const double rise = onset > 0 && t < onset ? t / onset : 1.0;
        sum += rise * exponential(-decay * std::max(0.0, t - onset));
    }
    return sum / parts;
}

std::vector<DrawnIntervention> draw_interventions(const Scenario& scenario, const Prices& prices, ParameterDraw& draw, double half_life_factor) {
    std::vector<DrawnIntervention> result;
    for (const auto& intervention : scenario.interventions) {
        const std::string name = "intervention." + intervention.id;
        const double price = prices.to_base(intervention.price_year);
        DrawnIntervention drawn;
        drawn.source = &intervention;
        drawn.purpose = intervention_purpose(intervention.id);
        drawn.reach = draw_share(draw, name + ".reach", intervention.reach);
        drawn.uptake = draw_share(draw, name + ".uptake", intervention.uptake);
        drawn.cost_per_participant = draw_cost(draw, name + ".cost", intervention.cost_per_participant, price);
        drawn.fixed_cost_per_year = draw_cost(draw, name + ".fixed_cost", intervention.fixed_cost_per_year, price);
        for (std::size_t e = 0; e < intervention.effects.size(); ++e)
            drawn.effects.push_back(draw_effect(draw, name + ".effect." + std::to_string(e + 1), intervention.effects[e], half_life_factor));
        result.push_back(std::move(drawn));
    }
    return result;
}

}  // namespace spires
