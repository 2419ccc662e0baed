#include "processes/conditions.hpp"

#include "interventions/overlay.hpp"
#include "processes/change_lanes.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/lever_column.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace spires {

namespace {

/// Who could fall ill or recover, by condition.
struct ByCondition {
    std::vector<Candidates> onsets, recoveries;

    void reset(std::size_t conditions, std::size_t rows) {
        for (auto* lists : {&onsets, &recoveries}) {
            lists->resize(conditions);
            for (auto& candidates : *lists) {
                if (candidates.rows.size() < rows) candidates.rows.resize(rows), candidates.words.resize(rows);
                candidates.count = 0;
            }
        }
    }
};
void add_each(std::vector<Candidates>& lists, ConditionSet conditions, std::span<const BlockWords> words, std::size_t first, std::size_t row) {
    for (; conditions != 0; conditions &= conditions - 1) {
        const auto c = static_cast<std::size_t>(std::countr_zero(conditions));
        lists[c].add(first + row, words[c / 4].word(c % 4, row));
    }
}

thread_local Scratch<float> time_here;  ///< share of the step, by row
thread_local Scratch<ConditionSet> before;  ///< conditions at the start of the step, by row

}  // namespace

Conditions::Conditions(const Model& model, const LeverTable& levers) : model_(model), levers_(levers), bounds_(model), stage_of_(model.incidence.size(), nullptr) {
    for (std::size_t c = 0; c < model.incidence.size(); ++c) tabulate(c);
    for (const auto& stage : model.stages) stage_of_[stage.condition] = &stage;
}

void Conditions::tabulate(std::size_t c) {
    const auto& incidence = model_.incidence[c];
    auto& tables = onset_tables_.emplace_back();
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        for (std::size_t age = 0; age < ages; ++age)
            tables.hazard.push_back(static_cast<float>(incidence.hazard[sex][age] / incidence.mean_ratio[sex][five_year_band(static_cast<int>(age))]));
        for (const double hazard : incidence.remission[sex]) tables.recovery.push_back(static_cast<float>(hazard));
    }
    for (const double residual : incidence.residual) tables.residual.push_back(static_cast<float>(residual));
    tables.risks = RiskTables(model_.risks.factors(c));
}

const std::uint16_t* Conditions::raised(const Step& step) const {
    thread_local std::vector<std::uint16_t> raised;
    raised.assign(2 * bounds_.width(), 0);
    const std::size_t rows = step.block.people.size();
    for (std::size_t c = 0; c < model_.incidence.size(); ++c) {
        if (step.levers.raises(levers_.incidence(c), rows)) raised[c] = ChangeBounds::anybody;
        if (bounds_.is_ever_lost(c) && step.levers.raises(levers_.recovery(c), rows)) raised[bounds_.width() + c] = ChangeBounds::anybody;
    }
    return raised.data();
}

void Conditions::advance(Step& step) const {
    thread_local ByCondition could;
    auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    before.assign(people.conditions.begin(), people.conditions.end());
    step.changed_from = before.data();
    time_here.resize(people.size());
    const std::uint8_t* const presence = people.presence.data();
    static_assert(leaving == 1 && arriving == 2);
    for (std::size_t row = 0; row < people.size(); ++row) time_here[row] = 1.0F - 0.5F * static_cast<float>((presence[row] | presence[row] >> 1) & 1);  // without a branch: see Asked
    could.reset(model_.incidence.size(), people.size());
    find_candidates(step, strata, could.onsets, could.recoveries);
    for (std::size_t c = 0; c < model_.incidence.size(); ++c) {
        const OnsetColumns of_everyone = columns(step, strata, c);
        recover(step, of_everyone, c, could.recoveries[c]);
        fall_ill(step, of_everyone, c, could.onsets[c]);
    }
}

void Conditions::find_candidates(Step& step, const Strata& strata, std::vector<Candidates>& onsets, std::vector<Candidates>& recoveries) const {
    thread_local std::vector<BlockWords> words;
    thread_local PossibleChanges changes;
    const auto& people = step.block.people;
    const std::int32_t* const flags = step.risk_columns().flags.data();
    const std::uint16_t* const may_be_raised = raised(step);
    words.resize((model_.incidence.size() + 3) / 4);
    for (auto& draw : words) draw.make_room(std::max(change_stretch, people.size()));
    for (std::size_t first = 0; first < people.size(); first += change_stretch) {
        const std::size_t rows = std::min(change_stretch, people.size() - first);
        for (std::size_t draw = 0; draw < words.size(); ++draw)
            words[draw].draw_all(step.key, {people.id.data() + first, rows}, step.year, condition_purpose(ConditionEvent::incidence, draw * 4));
        const std::size_t found = find_changes({.words = words, .sex_age = strata.sex_age.data() + first, .flags = flags + first,
                                                .conditions = before.data() + first, .bounds = bounds_, .raised = may_be_raised}, rows, changes);
        for (std::size_t k = 0; k < found; ++k) {
            const std::size_t row = changes.rows[k];
            add_each(onsets, changes.onsets[row], words, first, row);
            add_each(recoveries, changes.recoveries[row], words, first, row);
        }
    }
}

OnsetColumns Conditions::columns(Step& step, const Strata& strata, std::size_t c) const {
    thread_local LeverColumn ratio, recovery_ratio;
    const auto& people = step.block.people;
    const auto& tables = onset_tables_[c];
    return {.strata = strata, .risks = step.risk_columns(), .tables = tables.risks,
            .conditions = before.data(), .hazard = tables.hazard.data(),
            .residual = tables.residual.data(),
            .ratio = ratio.ratios(step.levers, levers_.incidence(c), people.size()), .recovery = tables.recovery.data(),
            .recovery_ratio = recovery_ratio.ratios(step.levers, levers_.recovery(c), people.size()), .time = time_here.data()};
}

void Conditions::recover(const Step& step, const OnsetColumns& columns, std::size_t c, Candidates& candidates) const {
    const ConditionSet ends = (ConditionSet{1} << c) | (stage_of_[c] == nullptr ? 0U : stage_of_[c]->late);
    keep_recoveries(columns, model_.inputs->health.conditions[c].age_to, candidates);  // ends with its last age
    for (std::size_t k = 0; k < candidates.count; ++k) step.block.people.conditions[candidates.rows[k]] &= ~ends;
}

void Conditions::fall_ill(Step& step, const OnsetColumns& columns, std::size_t c, Candidates& candidates) const {
    auto& people = step.block.people;
    const auto& condition = model_.inputs->health.conditions[c];
    const auto& strata = columns.strata;
    const CountColumns<std::int64_t> onsets = step.tallies.counts(step.tallies.layout().incident(c));
    keep_onsets(columns, candidates);
    for (std::size_t k = 0; k < candidates.count; ++k) {
        if (k + rows_ahead < candidates.count) bring_near(&onsets[strata.tally[candidates.rows[k + rows_ahead]]], 1);
        const std::size_t row = candidates.rows[k];
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
