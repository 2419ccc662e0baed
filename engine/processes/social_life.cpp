#include "processes/social_life.hpp"

#include "core/fixed_point.hpp"
#include "population/row_lanes.hpp"
#include "processes/lever_column.hpp"
#include "processes/row_list.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr int year_6_age = 10, year_11_age = 15;  // at the start of the step

bool is_resident(const PersonColumns& people, std::size_t row) noexcept { return (people.presence[row] & Presence::arriving) == 0; }

}  // namespace

Drinking::Drinking(const Inputs& inputs) : inputs_(inputs) {
    for (const double share : inputs.wider.social.alcohol) share_.push_back(share_.size() / deciles % ages < 16 ? 0.0F : static_cast<float>(share));
}

void Drinking::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    thread_local LeverColumn ratio;
    auto& drinkers = row_list(people.size());
    const std::size_t found = drink({.rank = step.lasting_words().column(1), .strata = strata, .share = share_.data(),
                                     .odds_ratio = ratio.ratios(step.levers, LeverTable::of(Lever::alcohol), people.size()),
                                     .circumstances = people.circumstances.data()},
                                    people.size(), drinkers.data());
    const auto harmful = step.tallies.counts(Count::alcohol_harmful);
    for (std::size_t k = 0; k < found; ++k) {
        if (k + far_ahead < found) bring_near(&harmful[strata.tally[drinkers[k + far_ahead]]], 1);
        harmful[strata.tally[drinkers[k]]] += is_resident(people, drinkers[k]) ? 1 : 0;
    }
}

SocialLife::SocialLife(const Model& model) : model_(model) {
    const auto& effects = model.inputs->wider.social.effects;
    const auto& conditions = model.inputs->health.conditions;
    std::array<double, deciles> centre{};  // so that each decile keeps its level at the base
    for (std::size_t e = 0; e < effects.size(); ++e) {
        const auto points = static_cast<float>(model.economy.effect[e]);
        for (std::size_t d = 0; d < deciles; ++d) centre[d] += model.economy.effect[e] * model.economy.share_with_effect[e][d];
        const auto flag = std::ranges::find(exposure_flag_names, effects[e].first);
        if (flag != exposure_flag_names.end()) of_flags_.push_back({static_cast<std::int32_t>(1U << static_cast<unsigned>(flag - exposure_flag_names.begin())), points});
        for (std::size_t c = 0; c < conditions.size(); ++c)
            if (conditions[c].name == effects[e].first) of_conditions_.push_back({static_cast<std::int32_t>(1U << c), points});
    }
    for (const float level : model.inputs->wider.social.life_satisfaction) level_.push_back(static_cast<float>(static_cast<double>(level) - centre[level_.size() % deciles]));
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (const double share : model.inputs->wider.social.influence) say_.push_back(static_cast<float>(share));
}

void SocialLife::advance(Step& step) const {
    thread_local LeverColumn added, say_ratio;
    thread_local Scratch<float> points, has_say;
    const auto& people = step.block.people;
    points.resize(people.size());
    has_say.resize(people.size());
    answer({.strata = step.strata(model_.inputs->places), .level = level_.data(), .flags = step.risk_columns().flags.data(), .conditions = people.conditions.data(),
            .of_flags = of_flags_, .of_conditions = of_conditions_, .added = added.additions(step.levers, LeverTable::of(Lever::wellbeing), people.size()),
            .presence = people.presence.data(), .not_asked = Presence::arriving,
            .say = say_.data(), .say_ratio = say_ratio.ratios(step.levers, LeverTable::of(Lever::local_influence), people.size()),
            .points = points.data(), .has_say = has_say.data()},
           people.size());
    step.expected.of_everybody(Count::life_satisfaction, points);
    step.expected.of_everybody(Count::influence, has_say);
    feel_safe(step);
}

void SocialLife::feel_safe(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto safe = step.tallies.counts(Count::feeling_safe), young = step.tallies.counts(Count::young_people);
    const bool moved = step.levers.moves_ratio(LeverTable::of(Lever::feeling_safe));
    for (const std::uint32_t row : find_of_ages(people, step.year, {11, 18})) {
        if (!is_resident(people, row)) continue;
        const double share = model_.inputs->wider.social.safe[static_cast<std::size_t>(people.sex[row])][static_cast<std::size_t>(strata.decile[row])];
        young[strata.tally[row]] += to_fixed_point(1.0);
        safe[strata.tally[row]] += to_fixed_point(moved ? with_odds_ratio(share, step.levers.ratio(LeverTable::of(Lever::feeling_safe), row)) : share);
    }
}

void GrowingUp::advance(Step& step) const {
    weigh(step);
    leave_school(step);
    if (!step.levers.moves_added(LeverTable::of(Lever::camhs_capacity))) return;
    const auto& strata = step.strata(inputs_.places);
    const auto places = step.tallies.counts(Count::camhs_added);
    for (const std::uint32_t row : find_of_ages(step.block.people, step.year, {0, 17}))
        places[strata.tally[row]] += to_fixed_point(step.levers.added(LeverTable::of(Lever::camhs_capacity), row));
}

void GrowingUp::weigh(Step& step) const {
    const auto& strata = step.strata(inputs_.places);
    const auto measured = step.tallies.counts(Count::measured_in_year_6), healthy = step.tallies.counts(Count::healthy_weight_year_6);
    for (const std::uint32_t row : find_of_ages(step.block.people, step.year, {year_6_age, year_6_age})) {
        const double share = inputs_.wider.social.healthy_weight[static_cast<std::size_t>(step.block.people.sex[row])][static_cast<std::size_t>(strata.decile[row])];
        measured[strata.tally[row]] += 1;
        healthy[strata.tally[row]] += to_fixed_point(with_odds_ratio(share, step.levers.ratio(LeverTable::of(Lever::healthy_weight_year_6), row)));
    }
}

void GrowingUp::leave_school(Step& step) const {
    const auto& strata = step.strata(inputs_.places);
    const auto left = step.tallies.counts(Count::left_year_11), sustained = step.tallies.counts(Count::sustained_destination);
    for (const std::uint32_t row : find_of_ages(step.block.people, step.year, {year_11_age, year_11_age})) {
        const double share = links_.sustained[step.block.people.development[row] == Development::reached ? 1 : 0];
        left[strata.tally[row]] += 1;
        sustained[strata.tally[row]] += to_fixed_point(with_odds_ratio(share, 1.0 / step.levers.ratio(LeverTable::of(Lever::neet), row)));
    }
}

}  // namespace spires
