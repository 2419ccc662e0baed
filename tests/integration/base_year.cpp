// The base year against the published figures of inputs/coventry/targets.csv, and the strategy's facts.

#include "core/table.hpp"
#include "indicators/ethnic_groups.hpp"
#include "population/categories.hpp"
#include "support/city.hpp"
#include "support/experiments.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace spires::testing {
namespace {

const Played& baseline() {
    static const Played played({}, {{1, 4}, false, 2});
    return played;
}

double mean_of(const std::string& variable, int year, std::size_t area = 0, std::size_t sex = 0) {
    double sum = 0;
    for (std::size_t replicate = 0; replicate < baseline().replicates(); ++replicate) sum += baseline().at(variable, 0, replicate, year, area, sex);
    return sum / static_cast<double>(baseline().replicates());
}

TEST(BaseYear, meets_every_published_level_within_5_percent) {
    const Table targets = Table::read(city::inputs() / "targets.csv", {"indicator", "sex", "value", "role"});
    std::size_t compared = 0;
    for (std::size_t row = 0; row < targets.rows(); ++row) {
        if (targets.text(row, "role") != "fit") continue;
        const std::string name(targets.text(row, "indicator"));
        const auto sex = targets.text(row, "sex");
        const double target = targets.number(row, "value"), found = mean_of(name, 2022, 0, sex == "female" ? 1 : sex == "male" ? 2 : 0);
        EXPECT_NEAR(found / target, 1.0, 0.05) << name << ' ' << sex << ": " << found << " against " << target;
        ++compared;
    }
    EXPECT_GE(compared, 35U);
}

TEST(BaseYear, has_targets_for_every_indicator_of_the_strategy_that_has_a_published_level) {
    const Table targets = Table::read(city::inputs() / "targets.csv", {"indicator"}), strategy = Table::read(city::inputs() / "indicators.csv", {"indicator"});
    std::set<std::string> known;
    for (std::size_t row = 0; row < targets.rows(); ++row) known.emplace(targets.text(row, "indicator"));
    const std::set<std::string> own{"premature_mortality", "years_lived_with_disability"};  // from the model's own deaths and weights
    for (std::size_t row = 0; row < strategy.rows(); ++row) {
        const std::string name(strategy.text(row, "indicator"));
        EXPECT_TRUE(known.contains(name) || own.contains(name)) << name;
    }
}

std::size_t most_deprived() { return 1 + foundations().inputs.places.wards.size(); }
std::size_t least_deprived() { return most_deprived() + deciles - 1; }

TEST(Strategy, the_deprived_live_shorter_and_spend_more_of_life_in_poor_health) {
    for (const std::size_t sex : {1U, 2U}) {
        EXPECT_LT(mean_of("life_expectancy", 2022, most_deprived(), sex), mean_of("life_expectancy", 2022, least_deprived(), sex) - 4);
        const auto in_poor_health = [&](std::size_t area) { return 1 - mean_of("healthy_life_expectancy", 2022, area, sex) / mean_of("life_expectancy", 2022, area, sex); };
        EXPECT_GT(in_poor_health(most_deprived()), in_poor_health(least_deprived()));
    }
}

TEST(Strategy, life_differs_by_about_ten_years_between_mens_places_and_eight_between_womens) {
    EXPECT_NEAR(mean_of("life_expectancy_slope_index", 2022, 0, 2), 10, 2.5);
    EXPECT_NEAR(mean_of("life_expectancy_slope_index", 2022, 0, 1), 8, 2.5);
    EXPECT_GT(mean_of("life_expectancy_slope_index", 2022, 0, 2), mean_of("life_expectancy_slope_index", 2022, 0, 1));
}

TEST(Strategy, a_fifth_of_neighbourhoods_is_among_the_most_deprived_tenth_of_England) {
    std::size_t here = 0;
    for (const auto& place : city::places().places) here += place.decile == 0;
    EXPECT_EQ(here, 36U);
    EXPECT_EQ(city::places().size(), 203U);
}

/// Share of people of the base with a condition, among those for whom `belongs` holds.
template <class Belongs>
double prevalence(const std::string& condition, Belongs belongs) {
    const auto names = foundations().inputs.health.condition_names();
    const auto c = static_cast<std::size_t>(std::ranges::find(names, condition) - names.begin());
    double ill = 0, all = 0;
    for (const auto& block : foundations().base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            if (belongs(block.people, row)) {
                all += 1;
                ill += block.people.has(row, c);
            }
    return ill / all;
}

TEST(Strategy, children_of_poor_households_have_more_mental_disorder) {
    const auto child = [](const PersonColumns& people, std::size_t row) { const int age = people.age(row, 2022); return age >= 5 && age < 18; };
    const auto poor = [](const PersonColumns& people, std::size_t row) { return (people.circumstances[row] & circumstance::poverty) != 0; };
    const double among_poor = prevalence("child_mental_disorder", [&](const auto& people, std::size_t row) { return child(people, row) && poor(people, row); });
    const double among_others = prevalence("child_mental_disorder", [&](const auto& people, std::size_t row) { return child(people, row) && !poor(people, row); });
    EXPECT_GT(among_poor / among_others, 1.3);
}

TEST(Strategy, poor_children_of_deprived_places_have_several_times_the_mental_disorder_of_others_in_the_least_deprived) {
    const auto share = [](bool poor, std::uint8_t decile) {
        return prevalence("child_mental_disorder", [=](const PersonColumns& people, std::size_t row) {
            const int age = people.age(row, 2022);
            return age >= 5 && age < 18 && ((people.circumstances[row] & circumstance::poverty) != 0) == poor && city::places().places[people.place[row]].decile == decile;
        });
    };
    EXPECT_GT(share(true, 0) / share(false, deciles - 1), 2);
}

TEST(BaseYear, counts_everybodys_years_once_among_ethnic_groups) {
    for (const std::size_t sex : {0U, 1U, 2U}) {
        double lived = 0, healthy = 0;
        for (const auto group : ethnic_group_names) {
            lived += mean_of(group_years_name(group), 2024, 0, sex);
            healthy += mean_of(group_healthy_years_name(group), 2024, 0, sex);
        }
        EXPECT_NEAR(lived / mean_of("person_years", 2024, 0, sex), 1, 1e-6);
        EXPECT_NEAR(healthy / mean_of("healthy_life_years", 2024, 0, sex), 1, 1e-6);
    }
}

TEST(BaseYear, has_the_wellbeing_of_its_table_in_every_tenth) {
    const double apart = mean_of("self_reported_wellbeing", 2022, least_deprived()) - mean_of("self_reported_wellbeing", 2022, most_deprived());
    EXPECT_NEAR(apart, 0.55, 0.1);
}

TEST(Strategy, fewer_children_of_deprived_places_develop_well) {
    EXPECT_LT(mean_of("good_level_of_development", 2022, most_deprived()), mean_of("good_level_of_development", 2022, least_deprived()) - 0.08);
}

}  // namespace
}  // namespace spires::testing
