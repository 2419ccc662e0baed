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
    EXPECT_THAT(told, ElementsAre(AllOf(HasSubstr("2:1: error: "), HasSubstr("one, two on 'loneliness' multiply to 0.02"), HasSubstr("outside 0.05 to 20"))));
}

TEST_F(ScenarioFiles, takes_the_decile_that_goes_furthest_of_each) {
    const std::string by_decile = "{ by_imd_decile = { 1 = 0.1, 2 = 0.9, 3 = 0.9, 5 = 0.9, 8 = 0.9 } }";
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18 }", by_decile) + programme("two", "age = { from = 65 }", "0.2")),
                ElementsAre(HasSubstr("to 0.02")));
}

TEST_F(ScenarioFiles, lets_programmes_be_strong_that_nobody_can_both_join) {
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18, to = 40 }", "0.1") + programme("two", "age = { from = 65 }", "0.1")), IsEmpty());
    EXPECT_THAT(problems_of(heading + programme("one", "sex = \"female\"", "0.1") + programme("two", "sex = \"male\"", "0.1")), IsEmpty());
    EXPECT_THAT(problems_of(heading + programme("one", "imd_decile = [1]", "0.1") + programme("two", "imd_decile = [2]", "0.1")), IsEmpty());
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18 }", "0.3") + programme("two", "age = { from = 18, to = 30 }", "0.2") +
                            programme("three", "age = { from = 65 }", "0.2")), IsEmpty()) << "nobody joins the second and the third";
    EXPECT_THAT(problems_of(heading + programme("one", "age = { from = 18, to = 40 }", "0.1", 2023, 2024) + programme("two", "age = { from = 45 }", "0.1", 2035, 2036)),
                ElementsAre(HasSubstr("one, two"))) << "who joined at 40 can be 50 when the other begins";
}

TEST_F(ScenarioFiles, adds_up_what_programmes_add_and_multiplies_with_what_is_assumed) {
    std::string minutes;
    for (const char* id : {"one", "two"}) {
        std::string one = programme(id, "age = { from = 18 }", "1");
        one.replace(one.find("loneliness"), 10, "activity.minutes_per_week");
        minutes += one.replace(one.find("odds_ratio = 1"), 14, "add = 400");
    }
    EXPECT_THAT(problems_of(heading + minutes), ElementsAre(HasSubstr("one, two on 'activity.minutes_per_week' add up to 800")));
    EXPECT_THAT(problems_of(heading + "[assumptions]\nloneliness = 0.2\n" + programme("one", "age = { from = 18 }", "0.2")), ElementsAre(HasSubstr("of one on 'loneliness' multiply to 0.04")));
}

TEST_F(ScenarioFiles, refuses_places_that_none_of_the_eligible_take) {
    const std::string text = with_line(8, "eligible = { imd_decile = [1] }");
    const auto at = text.find("uptake = "), end = text.find('\n', at);
    EXPECT_THAT(problems_of(text.substr(0, at) + "uptake = { by_imd_decile = { 1 = 0, 3 = 0.5 } }" + text.substr(end)), ElementsAre(HasSubstr("'uptake' is 0 for all who are eligible")));
}

}  // namespace spires::testing
