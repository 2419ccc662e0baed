#include "unit/scenario/reading.hpp"

#include "interventions/overlay.hpp"

namespace spires::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using AssumptionFiles = ScenarioFiles;

TEST(FactorPath, is_one_before_its_first_year_straight_between_years_and_keeps_its_last) {
    const FactorPath path({{2026, 0.9}, {2030, 0.5}});
    EXPECT_EQ(path.at(2025), 1.0);
    EXPECT_EQ(path.at(2026), 0.9);
    EXPECT_DOUBLE_EQ(path.at(2028), 0.7);
    EXPECT_EQ(path.at(2030), 0.5);
    EXPECT_EQ(path.at(2060), 0.5);
}

TEST_F(AssumptionFiles, name_trends_and_levers_with_factors_by_year) {
    const Scenario scenario = read("[assumptions]\nfertility = { by_year = { 2030 = 0.8, 2026 = 1 }, evidence = \"pars-2023\" }\nmortality = 1.1\n"
                                   "smoking.quitting = { factor = 2 }\n\"gp_contacts.rate\" = 0.9\n");
    EXPECT_TRUE(problems_.lines().empty()) << problems_.lines().front();
    EXPECT_FALSE(scenario.is_baseline());
    EXPECT_DOUBLE_EQ(scenario.assumptions.trends_of(2028)[Trend::fertility], 0.9);
    EXPECT_EQ(scenario.assumptions.trends_of(2022)[Trend::mortality], 1.1);
    EXPECT_EQ(scenario.assumptions.trends_of(2022)[Trend::net_migration], 1.0);
    EXPECT_EQ(scenario.assumptions.find("fertility")->evidence.source, "pars-2023");
    LeverOverlay levers;
    levers.reset(levers_.size(), 3);
    scenario.assumptions.move_levers(2022, levers);
    for (std::size_t row = 0; row < 3; ++row) {
        EXPECT_EQ(levers.ratio(LeverTable::of(Lever::smoking_quitting), row), 2.0);
        EXPECT_EQ(levers.ratio(levers_.service_rate(0), row), 0.9);
    }
    EXPECT_FALSE(levers.moves_ratio(LeverTable::of(Lever::neet)));
}

TEST_F(AssumptionFiles, say_the_same_when_written_and_read_again) {
    const Scenario first = read("[assumptions]\nfertility = { by_year = { 2026 = 0.95, 2031 = 0.123456789012345 }, evidence = \"pars-2023\", standing = \"fitted\" }\nsmoking.initiation = 0.5\n");
    const Scenario again = read(first.assumptions.text());
    EXPECT_TRUE(problems_.lines().empty());
    EXPECT_EQ(again.assumptions.text(), first.assumptions.text());
    EXPECT_EQ(again.assumptions.find("fertility")->factor.points(), first.assumptions.find("fertility")->factor.points());
    EXPECT_EQ(again.assumptions.find("fertility")->evidence.standing, Standing::fitted);
}

TEST_F(AssumptionFiles, have_every_fault_told_with_its_place) {
    const auto told = problems_of("[assumptions]\nfertilty = 0.9\nmortality = 50\nneet = { by_year = { 1990 = 1 } }\nloneliness = {}\n"
                                  "\"activity.minutes_per_week\" = 2\nnet_migration = { factor = 1, by_year = { 2026 = 1 } }\nsmoking.sleeping = 2\n");
    ASSERT_EQ(told.size(), 7U);
    EXPECT_THAT(told[0], AllOf(HasSubstr("2:1: error: unknown assumption 'fertilty'"), HasSubstr("did you mean 'fertility'?")));
    EXPECT_THAT(told[1], AllOf(HasSubstr("3:13"), HasSubstr("'mortality' must be a number between 0.05 and 20")));
    EXPECT_THAT(told[2], HasSubstr("a year between 2000 and 2100, found '1990'"));
    EXPECT_THAT(told[3], HasSubstr("either 'factor', one for all years, or 'by_year'"));
    EXPECT_THAT(told[4], HasSubstr("unknown assumption 'activity.minutes_per_week'"));
    EXPECT_THAT(told[5], HasSubstr("has both 'factor' and 'by_year'"));
    EXPECT_THAT(told[6], HasSubstr("unknown assumption 'smoking.sleeping'"));
}

TEST_F(AssumptionFiles, stand_above_the_interventions) {
    EXPECT_THAT(problems_of(sound + "[assumptions]\nfertility = 0.9\n"), ElementsAre(HasSubstr("'[assumptions]' stands below an intervention")));
}

TEST_F(AssumptionFiles, come_with_a_base_and_give_way_to_own_ones_but_are_not_included) {
    write("shock.toml", "[assumptions]\nfertility = 0.9\nmortality = 1.2\n");
    const Scenario started = read("base = \"shock.toml\"\n[assumptions]\nfertility = 0.8\n");
    EXPECT_TRUE(problems_.lines().empty());
    EXPECT_EQ(started.assumptions.trends_of(2022)[Trend::fertility], 0.8);
    EXPECT_EQ(started.assumptions.trends_of(2022)[Trend::mortality], 1.2);
    const Scenario again = read(started.text);
    EXPECT_EQ(again.assumptions.text(), started.assumptions.text()) << "the text kept in results needs no other file";
    EXPECT_TRUE(read("include = [\"shock.toml\"]\n").assumptions.empty());
}

}  // namespace
}  // namespace spires::testing
