#include "processes/social_life.hpp"

#include "core/fixed_point.hpp"
#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr int year_6_age = 10, year_11_age = 15;  // at the start of the step

bool is_resident(const PersonColumns& people, std::size_t row) noexcept { return (people.presence[row] & Presence::arriving) == 0; }

}  // namespace

void Drinking::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    thread_local BlockWords life;
    life.draw_all(lifelong(step.key), people.id, 0, Purpose::lifelong);
    for (std::size_t row = 0; row < people.size(); ++row) {
        people.circumstances[row] &= static_cast<Circumstances>(~circumstance::alcohol);
        if (strata.age[row] < 16) continue;
        const double share = inputs_.wider.social.alcohol[static_cast<std::size_t>(strata.sex_age_decile(row))];
        if (!happens(life.word(1, row), with_odds_ratio(share, step.levers.ratio(LeverTable::of(Lever::alcohol), row)))) continue;
        people.circumstances[row] |= circumstance::alcohol;
        if (is_resident(people, row)) step.tallies.wider_row(strata.tally[row])[wider(Count::alcohol_harmful)] += 1;
    }
}

SocialLife::SocialLife(const Model& model) : model_(model) {
    const auto& effects = model.inputs->wider.social.effects;
    const auto& conditions = model.inputs->health.conditions;
    for (std::size_t e = 0; e < effects.size(); ++e) {
        centre_ += model.economy.effect[e] * model.economy.mean_of_effect[e];
        const auto flag = std::ranges::find(exposure_flag_names, effects[e].first);
        if (flag != exposure_flag_names.end()) of_flags_.emplace_back(1U << static_cast<unsigned>(flag - exposure_flag_names.begin()), model.economy.effect[e]);
        for (std::size_t c = 0; c < conditions.size(); ++c)
            if (conditions[c].name == effects[e].first) of_conditions_.emplace_back(ConditionSet{1} << c, model.economy.effect[e]);
    }
}

double SocialLife::life_satisfaction(const PersonColumns& people, std::size_t row, std::int32_t sex_age_decile) const noexcept {
    double points = static_cast<double>(model_.inputs->wider.social.life_satisfaction[static_cast<std::size_t>(sex_age_decile)]) - centre_;
    const std::uint32_t flags = exposure_flags(people.lonely[row] != 0, people.economic_status[row] == EconomicStatus::unemployed, people.circumstances[row]);
    for (const auto& [bit, effect] : of_flags_)
        if ((flags & bit) != 0) points += effect;
    for (const auto& [bit, effect] : of_conditions_)
        if ((people.conditions[row] & bit) != 0) points += effect;
    return points;
}

void SocialLife::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto& tables = model_.inputs->wider.social;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = strata.age[row];
        if (age < 11 || !is_resident(people, row)) continue;
        std::int64_t* const counts = step.tallies.wider_row(strata.tally[row]);
        const auto decile = static_cast<std::size_t>(strata.decile[row]);
        if (age <= 18) {
            const double share = tables.safe[static_cast<std::size_t>(people.sex[row])][decile];
            counts[wider(Count::young_people)] += to_fixed_point(1.0);
            counts[wider(Count::feeling_safe)] += to_fixed_point(with_odds_ratio(share, step.levers.ratio(LeverTable::of(Lever::feeling_safe), row)));
        }
        if (age < 16) continue;
        const double points = life_satisfaction(people, row, strata.sex_age_decile(row)) + step.levers.added(LeverTable::of(Lever::wellbeing), row);
        counts[wider(Count::life_satisfaction)] += to_fixed_point(std::clamp(points, 0.0, 10.0));
        const double say = tables.influence[age_row(age) * deciles + decile];
        counts[wider(Count::influence)] += to_fixed_point(with_odds_ratio(say, step.levers.ratio(LeverTable::of(Lever::local_influence), row)));
    }
}

void GrowingUp::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    const auto& tables = inputs_.wider.social;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = strata.age[row];
        std::int64_t* const counts = step.tallies.wider_row(strata.tally[row]);
        if (age < 18 && step.levers.moves_added(LeverTable::of(Lever::camhs_capacity)))
            counts[wider(Count::camhs_added)] += to_fixed_point(step.levers.added(LeverTable::of(Lever::camhs_capacity), row));
        if (age == year_6_age) {
            const double healthy = tables.healthy_weight[static_cast<std::size_t>(people.sex[row])][static_cast<std::size_t>(strata.decile[row])];
            counts[wider(Count::measured_in_year_6)] += 1;
            counts[wider(Count::healthy_weight_year_6)] += to_fixed_point(with_odds_ratio(healthy, step.levers.ratio(LeverTable::of(Lever::healthy_weight_year_6), row)));
        } else if (age == year_11_age) {
            const double sustained = tables.sustained[people.development[row] == Development::reached ? 1 : 0];
            counts[wider(Count::left_year_11)] += 1;
            counts[wider(Count::sustained_destination)] += to_fixed_point(with_odds_ratio(sustained, 1.0 / step.levers.ratio(LeverTable::of(Lever::neet), row)));
        }
    }
}

}  // namespace spires
