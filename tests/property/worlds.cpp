#include "support/experiments.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

namespace spires::testing {
namespace {

const std::string walking = "eligible = { age = { from = 18 } }\nreach = { mean = 0.3, sd = 0.05 }\nuptake = { mean = 0.5, sd = 0.1 }\n"
                            "cost = { per_participant = 100, fixed_per_year = 1000, price_year = 2022 }";
const std::string walking_effect = "[[intervention.effect]]\nlever = \"activity.minutes_per_week\"\nchange = { add = 120, sd = 20 }\n"
                                   "half_life = 5\nevidence = \"madigan_2021\"\n";
const std::set<std::string> of_programmes{"programme_cost", "programme_participants", "programme_unmet"};

/// One effect on every lever that changes nothing: nought added, a ratio of one.
std::string neutral_effects() {
    const LeverTable& levers = foundations().levers;
    std::string text;
    for (std::size_t i = 0; i < levers.size(); ++i)
        for (const auto& change : levers[i].changes) {
            const char* kind = change.change == Change::add ? "add = 0" : change.change == Change::odds_ratio ? "odds_ratio = 1"
                             : change.change == Change::rate_ratio ? "rate_ratio = 1" : change.change == Change::multiply ? "multiply = 1" : nullptr;
            if (kind != nullptr)
                text += fmt::format("[[intervention.effect]]\nlever = \"{}\"\nchange = {{ {} }}\nhalf_life = 3\nevidence = \"madigan_2021\"\n", levers[i].name, kind);
        }
    return text;
}

void expect_the_population_to_balance(const Played& played) {
    for (std::size_t scenario = 0; scenario < played.scenarios(); ++scenario)
        for (std::size_t replicate = 0; replicate < played.replicates(); ++replicate)
            for (int year = first_year; year < last_year; ++year)
                for (std::size_t sex = 0; sex < 3; ++sex) {
                    const auto now = [&](const char* variable) { return played.at(variable, scenario, replicate, year, 0, sex); };
                    EXPECT_EQ(played.at("population", scenario, replicate, year + 1, 0, sex),
                              now("population") + now("births") - now("deaths") + now("arrivals") - now("departures"))
                        << "scenario " << scenario << ", replicate " << replicate << ", year " << year << ", sex " << sex;
                }
}

/// Wards add up to the city, and so do tenths of deprivation, in every count of people.
void expect_areas_to_add_up(const Played& played) {
    const std::size_t wards = foundations().inputs.places.wards.size();
    for (const char* variable : {"population", "births", "deaths", "arrivals", "departures", "programme_participants"})
        for (std::size_t sex = 0; sex < 3; ++sex) {
            double by_ward = 0, by_tenth = 0;
            for (std::size_t ward = 0; ward < wards; ++ward) by_ward += played.at(variable, 1, 0, 2024, 1 + ward, sex);
            for (std::size_t tenth = 0; tenth < deciles; ++tenth) by_tenth += played.at(variable, 1, 0, 2024, 1 + wards + tenth, sex);
            EXPECT_EQ(by_ward, played.at(variable, 1, 0, 2024, 0, sex)) << variable;
            EXPECT_EQ(by_tenth, played.at(variable, 1, 0, 2024, 0, sex)) << variable;
        }
}

TEST(Worlds, do_not_depend_on_threads_and_repeat_themselves) {
    const std::vector<ScenarioText> texts{{"walking", intervention("walking", 2023, walking, walking_effect)}};
    const Played one(texts, {{2, 1}, true, 1}), two(texts, {{2, 1}, true, 2}), again(texts, {{2, 1}, true, 2});
    EXPECT_TRUE(one == two) << "one thread and two";
    EXPECT_TRUE(two == again) << "the same run twice";
    EXPECT_NE(one.at("deaths", 0, 0, 2024), one.at("deaths", 0, 1, 2024)) << "two replicates are two cities";
}

TEST(Worlds, differ_from_the_baseline_only_as_far_as_and_when_something_is_done) {
    const Played played({{"nothing", intervention("nothing-at-all", 2023, walking + "\nplaces = 5000")},
                         {"neutral", intervention("neutral", 2023, walking, neutral_effects())},
                         {"later", intervention("walking", 2024, walking, walking_effect)}});
    for (const auto& variable : played.variables()) {
        const bool of_programme = of_programmes.contains(variable.name);
        EXPECT_TRUE(of_programme || played.same(variable.name, 0, 1)) << variable.name << " changes although the programme has no effect";
        EXPECT_TRUE(of_programme || played.same(variable.name, 0, 2)) << variable.name << " changes although every effect is neutral";
        EXPECT_TRUE(played.same(variable.name, 0, 3, 2023)) << variable.name << " changes before the programme starts";
    }
    for (std::size_t scenario = 1; scenario <= 3; ++scenario) {
        EXPECT_GT(played.at("programme_participants", scenario, 0, 2024), 0);
        EXPECT_GT(played.at("programme_cost", scenario, 0, 2024), 0);
        EXPECT_EQ(played.at("programme_participants", scenario, 0, 2022), 0);
    }
    EXPECT_GT(played.at("programme_unmet", 1, 0, 2023), 0);
    EXPECT_EQ(played.at("programme_participants", 1, 0, 2023), 5000);
    EXPECT_GT(played.at("physically_active_adults", 3, 0, 2025), played.at("physically_active_adults", 0, 0, 2025));
    expect_the_population_to_balance(played);
    expect_areas_to_add_up(played);
}

TEST(Worlds, keep_a_programmes_participants_when_an_unrelated_one_is_added) {
    const std::string help = "eligible = { age = { from = 60 } }\nreach = 0.2\nuptake = 0.4\nplaces = 900";
    const Played played({{"alone", intervention("walking", 2023, walking)}, {"other", intervention("help", 2023, help)},
                         {"both", intervention("help", 2023, help) + intervention("walking", 2023, walking)}});
    for (int year = 2023; year <= last_year; ++year)
        for (std::size_t area = 0; area < played.axes().areas.size(); ++area) {
            const auto joined = [&](std::size_t scenario) { return played.at("programme_participants", scenario, 1, year, area); };
            EXPECT_EQ(joined(3), joined(1) + joined(2)) << year << ", " << played.axes().areas[area].name;
        }
}

}  // namespace
}  // namespace spires::testing
