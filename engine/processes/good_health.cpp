#include "processes/good_health.hpp"

#include "core/fixed_lanes.hpp"
#include "processes/lever_column.hpp"
#include "scenario/levers.hpp"

#include <array>

namespace spires {

GoodHealth::GoodHealth(const Model& model) : places_(model.inputs->places) {
    const auto& good_health = model.good_health;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age)
            for (std::size_t d = 0; d < deciles; ++d)
                table_.level.push_back(static_cast<float>(good_health.band_odds[sex][life_table_band(static_cast<int>(age))] * good_health.decile_odds[sex][d]));
    table_.personal.assign(good_health.personal_odds.begin(), good_health.personal_odds.end());
    std::vector<std::array<float, 1>> odds;
    for (const double ratio : good_health.condition_odds) odds.push_back({static_cast<float>(ratio)});
    table_.conditions = ConditionProducts<1>(odds);
    table_.lonely = static_cast<float>(good_health.lonely);
    table_.smoking = static_cast<float>(good_health.smoking);
    table_.inactive = static_cast<float>(good_health.inactive);
    table_.obese = static_cast<float>(good_health.obese);
    table_.unemployed = static_cast<float>(good_health.unemployed);
}

/// Half the year with the conditions of its start and half with those of its end. Time lost to death
/// is taken off with the same expected person-years as mortality tallies (the factor cancels in shares).
void GoodHealth::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(places_);
    thread_local LeverColumn ratio;
    thread_local Scratch<float> first, second;
    first.resize(people.size());
    second.resize(people.size());
    expect_good_health({.table = table_, .strata = strata, .people = people, .years_lived = step.survival().years_lived.data(),
                        .ratio = ratio.ratios(step.levers, LeverTable::of(Lever::good_health), people.size()),
                        .first = first.data(), .second = second.data()},
                       people.size());
    tally(step, strata, first, second);
}

void GoodHealth::tally(Step& step, const Strata& strata, const Scratch<float>& first, const Scratch<float>& second) {
    const auto& people = step.block.people;
    const CountColumns<std::int64_t> years = step.tallies.counts(step.tallies.layout().of(Count::good_health_years));
    std::array<GroupYears, 4> groups{};  // in turn, because the next person is mostly of the same group and would wait for this one
    over_stretches(people.size(), [&](std::size_t from, std::size_t to) {
        FixedStretch at_first, at_second, lived;
        to_fixed_point(first.data() + from, at_first.data(), to - from);
        to_fixed_point(second.data() + from, at_second.data(), to - from);
        to_fixed_point(step.survival().years_lived.data() + from, lived.data(), to - from);
        for (std::size_t row = from; row < to; ++row) {
            if (row + rows_ahead < people.size()) bring_near(&years[strata.tally[row + rows_ahead]], 1);
            const std::int64_t healthy = at_first[row - from], healthy_next = at_second[row - from];
            years[strata.tally[row]] += healthy;
            years[strata.tally_next[row]] += healthy_next;
            auto& of_group = groups[row % groups.size()](people.ethnic_group[row], people.sex[row]);
            of_group.lived += lived[row - from];
            of_group.in_good_health += healthy + healthy_next;
        }
    });
    for (const auto& group : groups) step.tallies.group_years() += group;
}

}  // namespace spires
