// Scenarios that are sound line by line and wrong as a whole.

#include "reading.hpp"

namespace spires::testing {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

std::string programme(const std::string& id, const std::string& eligible, const std::string& odds_ratios, int from = 2026, int to = 2028) {
    return "[[intervention]]\nid = \"" + id + "\"\nyears = { from = " + std::to_string(from) + ", to = " + std::to_string(to) + " }\neligible = { " + eligible +
           " }\nreach = 0.1\nuptake = 0.5\n[[intervention.effect]]\nlever = \"loneliness\"\nchange = { odds_ratio = " + odds_ratios +
           " }\nhalf_life = 2\nevidence = \"pars-2023\"\n";
}

const std::string heading = "name = \"Company\"\n";

}  // namespace

TEST_F(ScenarioFiles, refuses_programmes_that_multiply_past_what_a_lever_takes) {
    const auto told = problems_of(heading + programme("one", "age = { from = 18 }", "0.1") + programme("two", "age = { from = 65 }", "0.2"));
    EXPECT_THAT(told, ElementsAre(AllOf(HasSubstr("2:1: error: "), HasSubstr("one, two"), HasSubstr("'loneliness' to 0.02"), HasSubstr("outside 0.05 to 20"))));
}

TEST_F(ScenarioFiles, takes_the_decile_that_goes_furthest_of_each) {
    const std::string by_decile = "{ by_imd_decile = { 1 = 0.1, 2 = 0.9, 3 = 0.9, 5 = 0.9, 8 = 0.9 } }";
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18 }", by_decile) + programme("two", "age = { from = 65 }", "0.2")),
                ElementsAre(HasSubstr("to 0.02")));
}

TEST_F(ScenarioFiles, lets_programmes_be_strong_that_nobody_can_both_join) {
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18, to = 40 }", "0.1") + programme("two", "age = { from = 65 }", "0.1")), IsEmpty());
    EXPECT_THAT(problems_of(heading + programme("one", "sex = \"female\"", "0.1") + programme("two", "sex = \"male\"", "0.1")), IsEmpty());
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18, to = 40 }", "0.1", 2023, 2024) + programme("two", "age = { from = 45 }", "0.1", 2035, 2036)),
                ElementsAre(HasSubstr("one, two"))) << "who joined at 40 can be 50 when the other begins";
}

}  // namespace spires::testing
