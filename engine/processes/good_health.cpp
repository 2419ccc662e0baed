#include "processes/good_health.hpp"

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
    thread_local Scratch<float> years, late;
    years.resize(people.size());
    late.resize(people.size());
    expect_good_health({.table = table_, .strata = strata, .people = people, .conditions_before = step.conditions_before(), .years_lived = step.survival().years_lived.data(),
                        .ratio = ratio.ratios(step.levers, LeverTable::of(Lever::good_health), people.size()),
                        .years = years.data(), .late = late.data()},
                       people.size());
    step.expected.of_everybody(Count::good_health_years, years, &late);
}

}  // namespace spires
