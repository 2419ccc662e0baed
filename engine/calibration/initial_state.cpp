#include "calibration/initial_state.hpp"

#include "calibration/base_conditions.hpp"
#include "calibration/calibrate_economy.hpp"
#include "core/random_batch.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace spires {

namespace {

/// Conditions ordered so that causes come before what they cause.
std::vector<std::size_t> causal_order(const HealthTables& tables) {
    const auto names = tables.condition_names();
    std::vector<std::size_t> order;
    const auto placed = [&](std::size_t c) { return std::ranges::find(order, c) != order.end(); };
    const auto ready = [&](std::size_t c) {
        return std::ranges::none_of(tables.risks, [&](const RiskCurve& curve) {
            const auto cause = std::ranges::find(names, curve.exposure);
            return curve.outcome == names[c] && cause != names.end() && !placed(static_cast<std::size_t>(cause - names.begin()));
        });
    };
    while (order.size() < names.size()) {
        const std::size_t before = order.size();
        for (std::size_t c = 0; c < names.size(); ++c)
            if (!placed(c) && ready(c)) order.push_back(c);
        if (order.size() == before)  // a circle: take the first that is left
            for (std::size_t c = 0; c < names.size(); ++c)
                if (!placed(c)) { order.push_back(c); break; }
    }
    return order;
}

std::vector<double> central_ratios(const HealthTables& tables) {
    std::vector<double> ratios;
    for (const auto& effect : tables.screening_effects) ratios.push_back(effect.ratio);
    return ratios;
}

}  // namespace

InitialState::InitialState(const Inputs& inputs, const RiskModel& risks)
    : inputs_(inputs), risks_(risks), loneliness_(inputs), newcomers_(tabulate_newcomers(inputs, loneliness_)),
      neet_unemployed_share_(inputs.parameters["neet_unemployed_share"]),
      development_(link_development(inputs.places, inputs.social, inputs.wider, inputs.parameters, inputs.parameters["causal_fraction"], inputs.parameters["causal_fraction"])),
      stages_(solve_stages(inputs.health, inputs.mortality, inputs.base_year, central_ratios(inputs.health))), order_(causal_order(inputs.health)),
      tables_(inputs.health.conditions.size()) {}

void InitialState::initialise(Population& base, const RandomKey& key) {
    const int year = inputs_.base_year;
    tbb::parallel_for(std::size_t{0}, base.blocks.size(), [&](std::size_t b) { draw_states(base.blocks[b].people, 0, year, key); });
    if (inputs_.wider.present()) settle_circumstances(inputs_, base);
    BaseConditions conditions(inputs_, risks_, base, key);
    for (const std::size_t c : order_) tables_[c] = conditions.draw(c);
    tbb::parallel_for(std::size_t{0}, base.blocks.size(), [&](std::size_t b) {
        auto& people = base.blocks[b].people;
        for (std::size_t row = 0; row < people.size(); ++row)
            if (people.conditions[row] != 0) stage(people, row, year, key);
    });
}

/// Whether the illnesses that have stages were found late.
void InitialState::stage(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
    for (const auto& staged : stages_) {
        if (!people.has(row, staged.condition)) continue;
        const auto stratum = staged.stratum(people.sex[row], people.age(row, year), inputs_.places.decile_of[people.place[row]], people.covered[row]);
        if (happens(staged.word(key, people.id[row], year), staged.among_ill[stratum])) people.conditions[row] |= staged.late;
    }
}

/// Who is 16 or 17: where NEET stands on school, not on the table of statuses.
void InitialState::leave_school(PersonColumns& people, std::size_t first, int year, const BlockWords& luck) const {
    for (std::size_t row = first; row < people.size(); ++row) {
        const int age = people.age(row, year);
        if (age != 16 && age != 17) continue;
        const double neet = development_.neet[people.development[row] == Development::reached ? 1 : 0], v = uniform(luck.word(3, row - first));
        people.economic_status[row] = v >= neet ? EconomicStatus::education : (v < neet_unemployed_share_ * neet ? EconomicStatus::unemployed : EconomicStatus::inactive);
    }
}

/// All but social state and conditions.
void InitialState::draw_states(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const {
    thread_local BlockWords scores, habits, lasting, screening;
    const std::span ids = std::span(people.id).subspan(first);
    scores.draw_all(key, ids, year, Purpose::initial_scores);
    habits.draw_all(key, ids, year, Purpose::initial_state);
    lasting.draw_all(lifelong(key), ids, 0, Purpose::lifelong);
    screening.draw_all(key, ids, year, Purpose::screening);
    draw_state(newcomers_, people, first, year, {scores, habits, lasting, screening});
    leave_school(people, first, year, habits);
}

void InitialState::draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const {
    thread_local BlockWords luck;
    luck.draw_all(key, std::span(people.id).subspan(first), year, Purpose::newcomer_social);
    draw_social_state(newcomers_, people, first, year, luck);
    draw_states(people, first, year, key);
    draw_conditions(people, first, year, key, inputs_.places, order_, tables_);
    for (std::size_t row = first; row < people.size(); ++row)
        if (people.conditions[row] != 0) stage(people, row, year, key);
}

/// They are 0 when the step ends.
void InitialState::draw_newborns(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const {
    draw_states(people, first, year + 1, key);
    for (std::size_t row = first; row < people.size(); ++row) {
        people.conditions[row] = 0;
        people.economic_status[row] = EconomicStatus::child;
    }
}

}  // namespace spires
