#include "processes/social_life.hpp"

#include "core/fixed_point.hpp"
#include "processes/lever_column.hpp"
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
    thread_local Column<std::uint32_t> drinkers;
    drinkers.resize(people.size());
    const std::size_t found = drink({.rank = step.lasting_words().column(1), .strata = strata, .share = share_.data(),
                                     .odds_ratio = ratio.ratios(step.levers, LeverTable::of(Lever::alcohol), people.size()),
                                     .circumstances = people.circumstances.data()},
                                    people.size(), drinkers.data());
    const auto harmful = step.tallies.counts(Count::alcohol_harmful);
    for (std::size_t k = 0; k < found; ++k) harmful[strata.tally[drinkers[k]]] += is_resident(people, drinkers[k]) ? 1 : 0;
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
    thread_local Column<float> points;
    thread_local Column<std::uint32_t> adults;
    points.resize(people.size());
    adults.resize(people.size());
    const std::size_t asked = rate_life({.strata = strata, .level = level_.data(), .flags = step.risk_columns().flags.data(), .conditions = people.conditions.data(),
                                         .of_flags = of_flags_, .of_conditions = of_conditions_,
                                         .added = added.additions(step.levers, LeverTable::of(Lever::wellbeing), people.size()),
                                         .presence = people.presence.data(), .not_asked = Presence::arriving, .points = points.data()},
                                        people.size(), adults.data());
    const auto satisfaction = step.tallies.counts(Count::life_satisfaction);
    for (std::size_t k = 0; k < asked; ++k) {
        if (k + rows_ahead < asked) bring_near(&satisfaction[strata.tally[adults[k + rows_ahead]]], 1);
        satisfaction[strata.tally[adults[k]]] += to_fixed_point(static_cast<double>(points[adults[k]]));
    }
    have_a_say(step, {adults.data(), asked});
}

void SocialLife::have_a_say(Step& step, std::span<const std::uint32_t> adults) const {
    const auto& strata = step.strata(model_.inputs->places);
    const auto influence = step.tallies.counts(Count::influence);
    const bool moved = step.levers.moves_ratio(LeverTable::of(Lever::local_influence));
    for (const std::uint32_t row : adults) {
        const std::size_t stratum = age_row(strata.age[row]) * deciles + static_cast<std::size_t>(strata.decile[row]);
        const double ratio = moved ? step.levers.ratio(LeverTable::of(Lever::local_influence), row) : 1.0;
        influence[strata.tally[row]] += ratio == 1.0 ? say_[stratum] : to_fixed_point(with_odds_ratio(model_.inputs->wider.social.influence[stratum], ratio));
    }
}

void SocialLife::feel_safe(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto safe = step.tallies.counts(Count::feeling_safe), young = step.tallies.counts(Count::young_people);
    step.rows_by_age(model_.inputs->places).for_each(11, 18, [&](std::uint32_t row) {
        if (!is_resident(people, row)) return;
        const double share = model_.inputs->wider.social.safe[static_cast<std::size_t>(people.sex[row])][static_cast<std::size_t>(strata.decile[row])];
        young[strata.tally[row]] += to_fixed_point(1.0);
        safe[strata.tally[row]] += to_fixed_point(with_odds_ratio(share, step.levers.ratio(LeverTable::of(Lever::feeling_safe), row)));
    });
}

void GrowingUp::advance(Step& step) const {
    const auto& rows = step.rows_by_age(inputs_.places);
    weigh(step, rows);
    leave_school(step, rows);
    if (!step.levers.moves_added(LeverTable::of(Lever::camhs_capacity))) return;
    const auto& strata = step.strata(inputs_.places);
    const auto places = step.tallies.counts(Count::camhs_added);
    rows.for_each(0, 17, [&](std::uint32_t row) { places[strata.tally[row]] += to_fixed_point(step.levers.added(LeverTable::of(Lever::camhs_capacity), row)); });
}

void GrowingUp::weigh(Step& step, const RowsByAge& rows) const {
    const auto& strata = step.strata(inputs_.places);
    const auto measured = step.tallies.counts(Count::measured_in_year_6), healthy = step.tallies.counts(Count::healthy_weight_year_6);
    rows.for_each(year_6_age, year_6_age, [&](std::uint32_t row) {
        const double share = inputs_.wider.social.healthy_weight[static_cast<std::size_t>(step.block.people.sex[row])][static_cast<std::size_t>(strata.decile[row])];
        measured[strata.tally[row]] += 1;
        healthy[strata.tally[row]] += to_fixed_point(with_odds_ratio(share, step.levers.ratio(LeverTable::of(Lever::healthy_weight_year_6), row)));
    });
}

void GrowingUp::leave_school(Step& step, const RowsByAge& rows) const {
    const auto& strata = step.strata(inputs_.places);
    const auto left = step.tallies.counts(Count::left_year_11), sustained = step.tallies.counts(Count::sustained_destination);
    rows.for_each(year_11_age, year_11_age, [&](std::uint32_t row) {
        const double share = links_.sustained[step.block.people.development[row] == Development::reached ? 1 : 0];
        left[strata.tally[row]] += 1;
        sustained[strata.tally[row]] += to_fixed_point(with_odds_ratio(share, 1.0 / step.levers.ratio(LeverTable::of(Lever::neet), row)));
    });
}

}  // namespace spires
