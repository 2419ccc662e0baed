#include "processes/conditions.hpp"

#include "interventions/overlay.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/lever_column.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Chance of changing state within the step when the way back is open too: h · (1 − e^−(h+k)) / (h + k).
/// Two separate exponentials would let nobody return within the year.
Probability two_state_chance(Hazard there, Hazard back, double years) noexcept {
    const double both = there.value() + back.value();
    return Probability{both > 0 ? there.value() / both * within(Hazard{both}, years).value() : 0.0};
}

}  // namespace

Conditions::Conditions(const Model& model, const LeverTable& levers) : model_(model), levers_(levers), stage_of_(model.incidence.size(), nullptr), everyone_(sexes * ages, last_half_word(1.0)) {
    for (std::size_t c = 0; c < model.incidence.size(); ++c) {
        auto& onsets = onset_bound_.emplace_back();
        auto& recoveries = recovery_bound_.emplace_back();
        bool anyone = false;
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age) {
                constexpr double grain = 1.0 + 1e-6;  // of floats
                onsets.push_back(last_half_word(model.incidence[c].most_likely[sex][age] * grain));
                const bool outgrown = static_cast<int>(age) >= model.inputs->health.conditions[c].age_to;
                recoveries.push_back(last_half_word(outgrown ? 1.0 : within(Hazard{model.incidence[c].remission[sex][age]}, 1.0).value() * grain));
                anyone = anyone || recoveries.back() >= 0;
            }
        if (!anyone) recoveries.clear();
        tabulate_onsets(c);
    }
    for (const auto& stage : model.stages) stage_of_[stage.condition] = &stage;
}

void Conditions::tabulate_onsets(std::size_t c) {
    const auto& incidence = model_.incidence[c];
    auto& tables = onset_tables_.emplace_back();
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        for (const double hazard : incidence.hazard[sex]) tables.hazard.push_back(static_cast<float>(hazard));
        for (const double hazard : incidence.remission[sex]) tables.recovery.push_back(static_cast<float>(hazard));
        for (const double mean : incidence.mean_ratio[sex]) tables.mean_ratio.push_back(static_cast<float>(mean));
    }
    for (const double residual : incidence.residual) tables.residual.push_back(static_cast<float>(residual));
    tables.risks = RiskTables(model_.risks.factors(c));
}

void Conditions::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    std::ranges::copy(people.conditions, people.conditions_before.begin());
    const BlockWords* words = nullptr;  // four conditions each
    for (std::size_t c = 0; c < model_.incidence.size(); ++c) {
        if (c % 4 == 0) words = &step.words(condition_purpose(ConditionEvent::incidence, c));
        const BlockWords& luck = *words;
        if (bounds_of_recovery(step, c) != nullptr) recover(step, strata, c, luck);
        fall_ill(step, strata, c, luck);
    }
}

const std::int32_t* Conditions::bounds_of_onset(const Step& step, std::size_t c) const {
    return step.levers.moves_ratio(levers_.incidence(c)) ? everyone_.data() : onset_bound_[c].data();
}

const std::int32_t* Conditions::bounds_of_recovery(const Step& step, std::size_t c) const {
    if (recovery_bound_[c].empty()) return nullptr;
    return step.levers.moves_ratio(levers_.recovery(c)) ? everyone_.data() : recovery_bound_[c].data();
}

Hazard Conditions::onset(const Step& step, std::size_t row, int age, std::size_t c) const {
    const auto& people = step.block.people;
    const auto& model = model_.incidence[c];
    const Sex sex = people.sex[row];
    const auto s = static_cast<std::size_t>(sex);
    const double base = model.hazard[s][age_row(age)];
    if (base <= 0) return Hazard{0};
    const double decile = model.residual[model_.inputs->places.decile_of[people.place[row]]];
    const auto state = RiskModel::state_of(people, row, people.conditions_before[row]);
    const double relative = model_.risks.ratio(c, state, sex, age) / model.mean_ratio[s][five_year_band(age)];
    return Hazard{base * decile * relative * step.levers.ratio(levers_.incidence(c), row)};
}

Hazard Conditions::recovery(const Step& step, std::size_t row, int age, std::size_t c) const {
    const auto sex = static_cast<std::size_t>(step.block.people.sex[row]);
    return Hazard{model_.incidence[c].remission[sex][age_row(age)] * step.levers.ratio(levers_.recovery(c), row)};
}

OnsetColumns Conditions::columns(Step& step, const Strata& strata, std::size_t c, const BlockWords& luck) const {
    thread_local LeverColumn ratio, recovery_ratio;
    const auto& people = step.block.people;
    const auto& tables = onset_tables_[c];
    return {.words = luck.column(c % 4), .strata = strata, .risks = step.risk_columns(), .tables = tables.risks,
            .conditions = people.conditions_before.data(), .hazard = tables.hazard.data(),
            .mean_ratio = tables.mean_ratio.data(), .residual = tables.residual.data(),
            .ratio = ratio.ratios(step.levers, levers_.incidence(c), people.size()), .recovery = tables.recovery.data(),
            .recovery_ratio = recovery_ratio.ratios(step.levers, levers_.recovery(c), people.size())};
}

void Conditions::recover(Step& step, const Strata& strata, std::size_t c, const BlockWords& luck) const {
    auto& people = step.block.people;
    thread_local Column<std::uint32_t> candidates;
    candidates.resize(people.size());
    const std::size_t could = find_candidates({.words = luck.column(c % 4), .sex_age = strata.sex_age.data(), .highest = bounds_of_recovery(step, c),
                                               .conditions = people.conditions_before.data(), .bit = 1U << c, .ill = true},
                                              people.size(), candidates.data());
    const ConditionSet ends = (ConditionSet{1} << c) | (stage_of_[c] == nullptr ? 0U : stage_of_[c]->late);
    const int outgrown_at = model_.inputs->health.conditions[c].age_to;  // ends with its last age
    const std::size_t found = keep_recoveries(columns(step, strata, c, luck), outgrown_at, candidates.data(), could);
    for (std::size_t k = 0; k < found; ++k) {
        const std::size_t row = candidates[k];
        const int age = people.age(row, step.year);
        if (people.presence[row] != 0 && age < outgrown_at) {  // here for half the year
            const auto p = two_state_chance(recovery(step, row, age, c), onset(step, row, age, c), time_share(people.presence[row]));
            if (!happens(luck.word(c % 4, row), p.value())) continue;
        }
        people.conditions[row] &= ~ends;
    }
}

void Conditions::fall_ill(Step& step, const Strata& strata, std::size_t c, const BlockWords& luck) const {
    auto& people = step.block.people;
    const auto& condition = model_.inputs->health.conditions[c];
    const CountColumns<std::int64_t> onsets = step.tallies.counts(step.tallies.layout().incident(c));
    thread_local Column<std::uint32_t> candidates;
    candidates.resize(people.size());
    const std::size_t could = find_candidates({.words = luck.column(c % 4), .sex_age = strata.sex_age.data(), .highest = bounds_of_onset(step, c),
                                               .conditions = people.conditions_before.data(), .bit = 1U << c, .ill = false},
                                              people.size(), candidates.data());
    const std::size_t found = keep_onsets(columns(step, strata, c, luck), candidates.data(), could);
    for (std::size_t k = 0; k < found; ++k) {
        if (k + rows_ahead < found) bring_near(&onsets[strata.tally[candidates[k + rows_ahead]]], 1);
        const std::size_t row = candidates[k];
        const int age = people.age(row, step.year);
        if (age >= condition.age_to || !condition.concerns(people.sex[row], age)) continue;
        if (people.presence[row] != 0) {  // here for half the year
            const auto p = two_state_chance(onset(step, row, age, c), recovery(step, row, age, c), time_share(people.presence[row]));
            if (!happens(luck.word(c % 4, row), p.value())) continue;
        }
        people.conditions[row] |= ConditionSet{1} << c;
        ++*onsets.at(strata.tally[row]);
        if (stage_of_[c] != nullptr) find(step, strata, *stage_of_[c], row);
    }
}

void Conditions::find(Step& step, const Strata& strata, const StageModel& stage, std::size_t row) const {
    auto& people = step.block.people;
    const auto decile = static_cast<std::size_t>(strata.decile[row]);
    const auto stratum = stage.stratum(people.sex[row], people.age(row, step.year), decile, people.covered[row]);
    static_assert(static_cast<std::size_t>(Count::cancers_found_late) == static_cast<std::size_t>(Count::cancers_found) + 1, "counted side by side");
    std::int64_t* const counts = step.tallies.counts(Count::cancers_found).at(static_cast<std::size_t>(strata.tally[row]));
    ++counts[0];
    if (!happens(stage.word(step.key, people.id[row], step.year), stage.at_diagnosis[stratum])) return;
    people.conditions[row] |= stage.late;
    ++counts[1];
}

}  // namespace spires
