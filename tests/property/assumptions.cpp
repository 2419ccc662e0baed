// What a scenario assumes of the whole city moves what it names, in the direction and by the size it names.

#include "support/experiments.hpp"

#include <gtest/gtest.h>

namespace spires::testing {
namespace {

const Luck two_central{{1, 2}, false, 2};
const std::string effects = "[[intervention.effect]]\nlever = \"activity.minutes_per_week\"\nchange = { add = 60 }\nhalf_life = 5\nevidence = \"madigan_2021\"\n";

double total(const Played& played, const std::string& variable, std::size_t scenario, int from = first_year) {
    double sum = 0;
    for (std::size_t replicate = 0; replicate < played.replicates(); ++replicate)
        for (int year = from; year <= last_year; ++year) sum += played.at(variable, scenario, replicate, year);
    return sum;
}

TEST(Assumptions, move_births_deaths_and_migration_by_their_factor) {
    const Played played({{"births", "[assumptions]\nfertility = 0.5\n"}, {"deaths", "[assumptions]\nmortality = 1.5\n"}, {"still", "[assumptions]\nnet_migration = 0\n"}}, two_central);
    EXPECT_NEAR(total(played, "births", 1) / total(played, "births", 0), 0.5, 0.02);
    EXPECT_NEAR(played.at("premature_mortality", 2, 0, first_year) / played.at("premature_mortality", 0, 0, first_year), 1.5, 0.03) << "a rate, before anybody is gone";
    EXPECT_GT(total(played, "deaths", 2) / total(played, "deaths", 0), 1.3) << "those who would have died soon have gone";
    const auto net = [&](std::size_t scenario) { return total(played, "arrivals", scenario) - total(played, "departures", scenario); };
    EXPECT_GT(net(0), 6000) << "four years, two replicates";
    EXPECT_NEAR(net(3) / net(0), 0, 0.1);
}

TEST(Assumptions, act_from_their_year_on_and_leave_the_years_before_alone) {
    const Played played({{"late", "[assumptions]\nfertility = { by_year = { 2024 = 0.5 } }\n"}}, two_central);
    EXPECT_TRUE(played.same("births", 0, 1, 2023));
    EXPECT_NEAR(total(played, "births", 1, 2024) / total(played, "births", 0, 2024), 0.5, 0.02);
}

TEST(Assumptions, of_levers_and_money_reach_everybody) {
    const Played played({{"hard", "[assumptions]\nhousehold_income = 0.9\n"}, {"fuel", "[assumptions]\nfuel_costs = 1.5\n"}, {"quit", "[assumptions]\nsmoking.quitting = 3\n"}}, two_central);
    EXPECT_GT(total(played, "children_in_poverty", 1), 1.05 * total(played, "children_in_poverty", 0));
    EXPECT_NEAR(total(played, "disposable_household_income", 1) / total(played, "disposable_household_income", 0), 0.9, 0.01);
    EXPECT_GT(total(played, "fuel_poverty", 2), 1.05 * total(played, "fuel_poverty", 0));
    EXPECT_LT(played.at("smoking", 3, 0, last_year), 0.9 * played.at("smoking", 0, 0, last_year));
}

TEST(Assumptions, of_factor_one_change_no_bit_and_do_not_disturb_others) {
    const std::string walking = intervention("walking", 2023, "eligible = { age = { from = 18 } }\nreach = 0.2\nuptake = 0.5", effects);
    const Played both({{"same", "[assumptions]\nfertility = 1\nsmoking.quitting = 1\n"}, {"walking", walking}, {"shock", "[assumptions]\nhousehold_income = 0.9\n" + walking}}, two_central);
    const Played alone({{"walking", walking}}, two_central), shocked({{"shock", "[assumptions]\nhousehold_income = 0.9\n" + walking}}, two_central);
    for (const auto& variable : both.variables()) {
        EXPECT_TRUE(both.same(variable.name, 0, 1)) << variable.name;
        if (variable.city_only) continue;
        for (int year = first_year; year <= last_year; ++year) {
            EXPECT_TRUE(both.at(variable.name, 2, 0, year) == alone.at(variable.name, 1, 0, year) || variable.name.ends_with("_index")) << variable.name;
            EXPECT_TRUE(both.at(variable.name, 3, 0, year) == shocked.at(variable.name, 1, 0, year) || variable.name.ends_with("_index")) << variable.name;
        }
    }
}

}  // namespace
}  // namespace spires::testing
