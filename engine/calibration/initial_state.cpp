#include "calibration/initial_state.hpp"

#include "calibration/calibrate_economy.hpp"
#include "calibration/sums.hpp"
#include "core/maths.hpp"
#include "core/random_batch.hpp"
#include "processes/condition_lanes.hpp"

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
      profiles_(inputs.health.conditions.size()), tables_(profiles_.size()), conditions_(profiles_.size()), most_common_(sexes * ages * conditions_, 1.0F) {}

void InitialState::initialise(Population& base, const RandomKey& key) {
    const auto for_everyone = [&](auto draw_one) {
        tbb::parallel_for(std::size_t{0}, base.blocks.size(), [&](std::size_t b) {
            auto& people = base.blocks[b].people;
            for (std::size_t row = 0; row < people.size(); ++row) draw_one(people, row);
        });
    };
    const int year = inputs_.base_year;
    tbb::parallel_for(std::size_t{0}, base.blocks.size(), [&](std::size_t b) {
        auto& people = base.blocks[b].people;
        std::ranges::fill(people.conditions, ConditionSet{0});
        draw_states(people, 0, year, key);
    });
    if (inputs_.wider.present()) {
        auto central = ParameterDraw::central();
        settle_circumstances(inputs_, calibrate_economy(inputs_, inputs_.parameters, base, central), base);
    }
    for (const std::size_t c : order_) {
        freeze_profile(base, c);
        const auto purpose = condition_purpose(ConditionEvent::initial, c);
        for_everyone([&](PersonColumns& people, std::size_t row) { condition(people, row, year, draw(key, people.id[row], year, purpose)[c % 4], c); });
    }
    for_everyone([&](PersonColumns& people, std::size_t row) { stage(people, row, year, key); });
}

void InitialState::freeze_profile(const Population& base, std::size_t c) {
    const auto& condition = inputs_.health.conditions[c];
    constexpr std::size_t strata = sexes * five_year_bands;
    const auto visit = [&](const Block& block, auto add) {
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, inputs_.base_year);
            if (condition.concerns(block.people.sex[row], age)) add(row, age, static_cast<std::size_t>(block.people.sex[row]));
        }
    };
    const auto means = sum_over_blocks(base, strata * 2, [&](const Block& block, std::vector<double>& sum) {
        visit(block, [&](std::size_t row, int age, std::size_t sex) {
            const auto state = RiskModel::state_of(block.people, row, block.people.conditions[row]);
            const std::size_t at = (sex * five_year_bands + five_year_band(age)) * 2;
            sum[at] += risks_.ratio(c, state, block.people.sex[row], age);
            sum[at + 1] += 1.0;
        });
    });
    for (std::size_t s = 0; s < strata; ++s)
        profiles_[c].mean_ratio[s / five_year_bands][s % five_year_bands] = means[2 * s + 1] > 0 ? means[2 * s] / means[2 * s + 1] : 1.0;
    profiles_[c].scale.fill(1.0);
    const auto cases = sum_over_blocks(base, deciles * 2, [&](const Block& block, std::vector<double>& sum) {
        visit(block, [&](std::size_t row, int age, std::size_t sex) {
            const std::size_t decile = inputs_.places.decile_of[block.people.place[row]];
            sum[2 * decile] += condition.prevalence[sex][age_row(age)];
            sum[2 * decile + 1] += prevalence(block.people, row, age, c);
        });
    });
    double plain = 0, weighted = 0;
    for (std::size_t d = 0; d < deciles; ++d) {
        plain += cases[2 * d];
        weighted += condition.decile_ratio[d] * cases[2 * d];
    }
    for (std::size_t d = 0; d < deciles; ++d)
        if (cases[2 * d + 1] > 0) profiles_[c].scale[d] = condition.decile_ratio[d] * (plain / weighted) * cases[2 * d] / cases[2 * d + 1];
    tabulate(c);
}

/// The profile of a condition as the kernels read it, with the share that nobody's own exceeds.
void InitialState::tabulate(std::size_t c) {
    const auto& condition = inputs_.health.conditions[c];
    auto& tables = tables_[c];
    tables = {{}, {profiles_[c].scale.begin(), profiles_[c].scale.end()}, {}, RiskTables(risks_.factors(c))};
    const double highest_scale = *std::ranges::max_element(profiles_[c].scale);
    for (std::size_t s = 0; s < sexes; ++s) {
        for (std::size_t age = 0; age < ages; ++age) {
            const int years = static_cast<int>(age);
            const double own = condition.prevalence[s][age] * risks_.highest(c, burdens - 1, static_cast<Sex>(s), years) / profiles_[c].mean_ratio[s][five_year_band(years)] * highest_scale;
            const double most = condition.concerns(static_cast<Sex>(s), years) ? own * (1.0 + 1e-6) : 0.0;
            most_common_[(s * ages + age) * conditions_ + c] = static_cast<float>(most);
            tables.share.push_back(static_cast<float>(condition.prevalence[s][age] / profiles_[c].mean_ratio[s][five_year_band(years)]));
            tables.highest.push_back(last_half_word(most));
        }
    }
}

double InitialState::prevalence(const PersonColumns& people, std::size_t row, int age, std::size_t c) const {
    const auto& condition = inputs_.health.conditions[c];
    const Sex sex = people.sex[row];
    const auto s = static_cast<std::size_t>(sex);
    const auto state = RiskModel::state_of(people, row, people.conditions[row]);
    const double relative = risks_.ratio(c, state, sex, age) / profiles_[c].mean_ratio[s][five_year_band(age)];
    const double decile = profiles_[c].scale[inputs_.places.decile_of[people.place[row]]];
    return std::min(0.95, condition.prevalence[s][age_row(age)] * relative * decile);
}

void InitialState::condition(PersonColumns& people, std::size_t row, int year, std::uint32_t word, std::size_t c) const {
    const int age = people.age(row, year);
    const std::size_t stratum = static_cast<std::size_t>(people.sex[row]) * ages + age_row(age);
    if (happens(word, most_common_[stratum * conditions_ + c]) && happens(word, prevalence(people, row, age, c))) people.conditions[row] |= ConditionSet{1} << c;
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
