#include "processes/good_health.hpp"

#include "core/fixed_point.hpp"
#include "processes/lever_column.hpp"
#include "scenario/levers.hpp"

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
    thread_local Column<float> first, second;
    first.resize(people.size());
    second.resize(people.size());
    expect_good_health({.table = table_, .strata = strata, .people = people,
                        .ratio = ratio.ratios(step.levers, LeverTable::of(Lever::good_health), people.size()),
                        .first = first.data(), .second = second.data()},
                       people.size());
    const CountColumns<std::int64_t> years = step.tallies.counts(step.tallies.layout().of(Count::good_health_years));
    GroupYears& groups = step.tallies.group_years();
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (row + rows_ahead < people.size()) bring_near(years.at(static_cast<std::size_t>(strata.tally[row + rows_ahead])), 1);
        *years.at(strata.tally[row]) += to_fixed_point(first[row]);
        *years.at(strata.tally_next[row]) += to_fixed_point(second[row]);
        auto& of_group = groups(people.ethnic_group[row], people.sex[row]);
        of_group.lived += to_fixed_point(people.years_lived[row]);
        of_group.in_good_health += to_fixed_point(first[row]) + to_fixed_point(second[row]);
    }
}

}  // namespace spires
