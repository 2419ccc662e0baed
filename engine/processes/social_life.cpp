#include "processes/social_life.hpp"

#include "core/fixed_lanes.hpp"
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
    for (const double share : model.inputs->wider.social.influence) say_.push_back(to_fixed_point(share));
}

void SocialLife::advance(Step& step) const {
    rate_lives(step);
    feel_safe(step);
}

void SocialLife::rate_lives(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    thread_local LeverColumn added;
    auto& points = value_list(people.size());
    auto& adults = row_list(people.size());
    const std::size_t asked = rate_life({.strata = strata, .level = level_.data(), .flags = step.risk_columns().flags.data(), .conditions = people.conditions.data(),
                                         .of_flags = of_flags_, .of_conditions = of_conditions_,
                                         .added = added.additions(step.levers, LeverTable::of(Lever::wellbeing), people.size()),
                                         .presence = people.presence.data(), .not_asked = Presence::arriving, .points = points.data()},
                                        people.size(), adults.data());
    have_a_say(step, {adults.data(), asked}, points.data());
}

/// Counts how adults rate their lives and who of them has a say, which stand side by side.
void SocialLife::have_a_say(Step& step, std::span<const std::uint32_t> adults, const float* points) const {
    static_assert(static_cast<std::size_t>(Count::influence) == static_cast<std::size_t>(Count::life_satisfaction) + 1, "counted side by side");
    const auto& strata = step.strata(model_.inputs->places);
    const auto satisfaction = step.tallies.counts(Count::life_satisfaction);
    const bool moved = step.levers.moves_ratio(LeverTable::of(Lever::local_influence));
    FixedStretch fixed;
    over_stretches(adults.size(), [&](std::size_t first, std::size_t last) {
        to_fixed_point(points + first, fixed.data(), last - first);
        for (std::size_t k = first; k < last; ++k) {
            if (k + far_ahead < adults.size()) bring_near(&satisfaction[strata.tally[adults[k + far_ahead]]], 1);
            const std::uint32_t row = adults[k];
            const std::size_t stratum = age_row(strata.age[row]) * deciles + static_cast<std::size_t>(strata.decile[row]);
            const double ratio = moved ? step.levers.ratio(LeverTable::of(Lever::local_influence), row) : 1.0;
            std::int64_t* const counts = &satisfaction[strata.tally[row]];
            counts[0] += fixed[k - first];
            counts[1] += ratio == 1.0 ? say_[stratum] : to_fixed_point(with_odds_ratio(model_.inputs->wider.social.influence[stratum], ratio));
        }
    });
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
