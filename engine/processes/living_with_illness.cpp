#include "processes/living_with_illness.hpp"

#include "core/fixed_point.hpp"
#include "interventions/overlay.hpp"
#include "population/row_lanes.hpp"
#include "processes/illness_lanes.hpp"
#include "scenario/levers.hpp"

namespace spires {

LivingWithIllness::LivingWithIllness(const Model& model) : model_(model), diagnosed_(model.parameters["dementia_diagnosed_share"]) {
    const auto& conditions = model.inputs->health.conditions;
    std::vector<std::array<float, 1>> without;
    for (const auto& condition : conditions) without.push_back({static_cast<float>(1.0 - condition.disability_weight)});
    without_ = ConditionProducts<1>(without);
    for (dementia_ = 0; dementia_ < conditions.size() && conditions[dementia_].name != "dementia"; ++dementia_) {}
    expected_.assign(sexes * ages, 0);
    if (dementia_ < conditions.size())
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 65; age < ages; ++age) expected_[sex * ages + age] = to_fixed_point(conditions[dementia_].prevalence[sex][age]);
}

void LivingWithIllness::advance(Step& step) const {
    thread_local Scratch<float> years;
    const auto& people = step.block.people;
    years.resize(people.size());
    expect_disability({.without = without_, .conditions = people.conditions.data(), .years_lived = step.survival().years_lived.data(), .years = years.data()}, people.size());
    step.expected.of_everybody(Count::years_with_disability, years);
    expect_dementia(step);
}

void LivingWithIllness::expect_dementia(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto expected = step.tallies.counts(Count::dementia_expected), diagnosed = step.tallies.counts(Count::dementia_diagnosed);
    const bool modelled = dementia_ < model_.inputs->health.conditions.size();
    for (const std::uint32_t row : find_of_ages(people, step.year, {65, 200})) {
        const std::int64_t here = (people.presence[row] & Presence::arriving) != 0 ? 0 : 1;
        expected[strata.tally[row]] += here * expected_[static_cast<std::size_t>(strata.sex_age[row])];
        if (here != 0 && modelled && ((step.conditions_before()[row] >> dementia_) & 1U) != 0)
            diagnosed[strata.tally[row]] += to_fixed_point(with_odds_ratio(diagnosed_, step.levers.ratio(LeverTable::of(Lever::dementia_diagnosis), row)));
    }
}

}  // namespace spires
