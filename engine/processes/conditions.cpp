#include "processes/conditions.hpp"

#include "core/quantity.hpp"
#include "interventions/overlay.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/lever_column.hpp"

#include <algorithm>

namespace spires {

namespace {

thread_local Column<std::uint32_t> could_fall_ill, could_recover;  ///< rows of a block, for one condition at a time
thread_local Column<float> time_here;                              ///< share of the step, by row

}  // namespace

Conditions::Conditions(const Model& model, const LeverTable& levers) : model_(model), levers_(levers), stage_of_(model.incidence.size(), nullptr) {
    for (std::size_t c = 0; c < model.incidence.size(); ++c) tabulate(c);
    for (const auto& stage : model.stages) stage_of_[stage.condition] = &stage;
}

void Conditions::tabulate(std::size_t c) {
    const auto& incidence = model_.incidence[c];
    auto& tables = onset_tables_.emplace_back();
    auto& bounds = bounds_.emplace_back();
    bool anyone_recovers = false;
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        for (const double hazard : incidence.hazard[sex]) tables.hazard.push_back(static_cast<float>(hazard));
        for (const double hazard : incidence.remission[sex]) tables.recovery.push_back(static_cast<float>(hazard));
        for (const double mean : incidence.mean_ratio[sex]) tables.mean_ratio.push_back(static_cast<float>(mean));
        for (std::size_t age = 0; age < ages; ++age) anyone_recovers = anyone_recovers || incidence.remission[sex][age] > 0;
    }
    for (const double residual : incidence.residual) tables.residual.push_back(static_cast<float>(residual));
    tables.risks = RiskTables(model_.risks.factors(c));
    for (std::size_t moved = 0; moved < bounds.size(); ++moved)
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age) {
                const bool outgrown = static_cast<int>(age) >= model_.inputs->health.conditions[c].age_to;
                const double recovery = outgrown || (anyone_recovers && (moved & 2U) != 0) ? 1.0 : within(Hazard{incidence.remission[sex][age]}, 1.0).value();
                bounds[moved].push_back(change_bounds((moved & 1U) != 0 ? 1.0 : incidence.most_likely[sex][age], recovery));
            }
}

const std::int32_t* Conditions::bounds(const Step& step, std::size_t c) const {
    return bounds_[c][(step.levers.moves_ratio(levers_.incidence(c)) ? 1U : 0U) + (step.levers.moves_ratio(levers_.recovery(c)) ? 2U : 0U)].data();
}

void Conditions::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    std::ranges::copy(people.conditions, people.conditions_before.begin());
    for (auto* rows : {&could_fall_ill, &could_recover}) rows->resize(people.size());
    time_here.resize(people.size());
    for (std::size_t row = 0; row < people.size(); ++row) time_here[row] = static_cast<float>(time_share(people.presence[row]));
    const BlockWords* words = nullptr;  // four conditions each
    for (std::size_t c = 0; c < model_.incidence.size(); ++c) {
        if (c % 4 == 0) words = &step.words(condition_purpose(ConditionEvent::incidence, c));
        const Changes could = find_changes({.words = words->column(c % 4), .sex_age = strata.sex_age.data(), .bounds = bounds(step, c),
                                            .conditions = people.conditions_before.data(), .bit = 1U << c},
                                           people.size(), could_fall_ill.data(), could_recover.data());
        const OnsetColumns of_everyone = columns(step, strata, c, *words);
        recover(step, of_everyone, c, could.recoveries);
        fall_ill(step, of_everyone, c, could.onsets);
    }
}

OnsetColumns Conditions::columns(Step& step, const Strata& strata, std::size_t c, const BlockWords& luck) const {
    thread_local LeverColumn ratio, recovery_ratio;
    const auto& people = step.block.people;
    const auto& tables = onset_tables_[c];
    return {.words = luck.column(c % 4), .strata = strata, .risks = step.risk_columns(), .tables = tables.risks,
            .conditions = people.conditions_before.data(), .hazard = tables.hazard.data(),
            .mean_ratio = tables.mean_ratio.data(), .residual = tables.residual.data(),
            .ratio = ratio.ratios(step.levers, levers_.incidence(c), people.size()), .recovery = tables.recovery.data(),
            .recovery_ratio = recovery_ratio.ratios(step.levers, levers_.recovery(c), people.size()), .time = time_here.data()};
}

void Conditions::recover(const Step& step, const OnsetColumns& columns, std::size_t c, std::size_t candidates) const {
    const ConditionSet ends = (ConditionSet{1} << c) | (stage_of_[c] == nullptr ? 0U : stage_of_[c]->late);
    const int outgrown_at = model_.inputs->health.conditions[c].age_to;  // ends with its last age
    const std::size_t found = keep_recoveries(columns, outgrown_at, could_recover.data(), candidates);
    for (std::size_t k = 0; k < found; ++k) step.block.people.conditions[could_recover[k]] &= ~ends;
}

void Conditions::fall_ill(Step& step, const OnsetColumns& columns, std::size_t c, std::size_t candidates) const {
    auto& people = step.block.people;
    const auto& condition = model_.inputs->health.conditions[c];
    const auto& strata = columns.strata;
    const CountColumns<std::int64_t> onsets = step.tallies.counts(step.tallies.layout().incident(c));
    const std::size_t found = keep_onsets(columns, could_fall_ill.data(), candidates);
    for (std::size_t k = 0; k < found; ++k) {
        const std::size_t row = could_fall_ill[k];
        const int age = people.age(row, step.year);
        if (age >= condition.age_to || !condition.concerns(people.sex[row], age)) continue;
        people.conditions[row] |= ConditionSet{1} << c;
        ++onsets[strata.tally[row]];
        if (stage_of_[c] != nullptr) find(step, strata, *stage_of_[c], row);
    }
}

void Conditions::find(Step& step, const Strata& strata, const StageModel& stage, std::size_t row) const {
    auto& people = step.block.people;
    const auto decile = static_cast<std::size_t>(strata.decile[row]);
    const auto stratum = stage.stratum(people.sex[row], people.age(row, step.year), decile, people.covered[row]);
    static_assert(static_cast<std::size_t>(Count::cancers_found_late) == static_cast<std::size_t>(Count::cancers_found) + 1, "counted side by side");
    std::int64_t* const counts = step.tallies.counts(Count::cancers_found).at(static_cast<std::size_t>(strata.tally[row]));
    const float late = stage.at_diagnosis[stratum];
    ++counts[0];
    counts[1] += to_fixed_point(late);  // expected: what screening does shows in few cases
    if (happens(stage.word(step.key, people.id[row], step.year), late)) people.conditions[row] |= stage.late;
}

}  // namespace spires
