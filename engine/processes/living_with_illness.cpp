#include "processes/living_with_illness.hpp"

#include "core/fixed_point.hpp"
#include "interventions/overlay.hpp"
#include "scenario/levers.hpp"

namespace spires {

LivingWithIllness::LivingWithIllness(const Model& model) : model_(model), diagnosed_(model.parameters["dementia_diagnosed_share"]) {
    const auto& conditions = model.inputs->health.conditions;
    std::vector<std::array<float, 1>> without;
    for (const auto& condition : conditions) without.push_back({static_cast<float>(1.0 - condition.disability_weight)});
    without_ = ConditionProducts<1>(without);
    for (dementia_ = 0; dementia_ < conditions.size() && conditions[dementia_].name != "dementia"; ++dementia_) {}
    expected_.assign(sexes * ages, 0.0);
    if (dementia_ < conditions.size())
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 65; age < ages; ++age) expected_[sex * ages + age] = conditions[dementia_].prevalence[sex][age];
}

void LivingWithIllness::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    for (std::size_t row = 0; row < people.size(); ++row) {
        std::int64_t* const counts = step.tallies.wider_row(strata.tally[row]);
        if (people.conditions[row] != 0) {
            float well = 1.0F;
            for (std::size_t group = 0; group < without_.groups(); ++group) well *= without_.of(group, people.conditions[row])[0];
            counts[wider(Count::years_with_disability)] += to_fixed_point(static_cast<double>((1.0F - well) * people.years_lived[row]));
        }
        if (strata.age[row] < 65 || (people.presence[row] & Presence::arriving) != 0) continue;
        counts[wider(Count::dementia_expected)] += to_fixed_point(expected_[static_cast<std::size_t>(strata.sex_age[row])]);
        if (dementia_ < model_.inputs->health.conditions.size() && ((people.conditions_before[row] >> dementia_) & 1U) != 0)
            counts[wider(Count::dementia_diagnosed)] += to_fixed_point(with_odds_ratio(diagnosed_, step.levers.ratio(LeverTable::of(Lever::dementia_diagnosis), row)));
    }
}

}  // namespace spires
