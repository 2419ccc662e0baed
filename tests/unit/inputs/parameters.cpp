// Parameters outside what they can be.

#include "inputs/household_shares.hpp"
#include "support/spoilt_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// What reading says when the line of `parameter` begins with value, lower, upper, distribution and unit `fields`.
std::string refusal(const std::string& parameter, const std::string& fields) {
    return SpoiltTables().replace("parameters.csv", parameter + ",", parameter + "," + fields + ",words,,assumed").refusal([](const auto& inputs) {
        (void)HouseholdShares::of(Parameters::read(inputs));
    });
}

TEST(Parameters, are_taken_as_they_ship) {
    for (const std::string town : {"inputs/coventry", "tests/data/smallbridge"}) EXPECT_NO_THROW((void)Parameters::read(town));
}

TEST(Parameters, keep_to_the_range_of_their_unit) {
    EXPECT_THAT(refusal("air_lag_years", "-1,1,4,lognormal,years"), AllOf(HasSubstr("parameters.csv:3:2"), HasSubstr("'air_lag_years' cannot be -1"), HasSubstr("above 0")));
    EXPECT_THAT(refusal("look_for_same_sex", "1.2,,,fixed,share"), AllOf(HasSubstr(":2: error: column 'value'"), HasSubstr("from 0 to 1")));
    EXPECT_THAT(refusal("look_for_same_sex", "0.5,0.4,1.2,beta,share"), HasSubstr("column 'upper'"));
    EXPECT_THAT(refusal("poverty_line", "-326,,,fixed,pounds a week"), HasSubstr("0 or more"));
}

TEST(Parameters, that_the_model_divides_by_are_above_0) {
    for (const std::string name : {"air_lag_years", "camhs_years_in_care", "discharges_per_emergency_admission", "effect_half_life_factor", "move_distance_decay"})
        EXPECT_THAT(refusal(name, "0,,,fixed,in any unit"), AllOf(HasSubstr("parameters.csv:"), HasSubstr("must be above 0")));
}

TEST(Parameters, lie_between_their_limits_and_have_a_distribution_that_is_known) {
    EXPECT_THAT(refusal("earnings_sd", "0.45,0.5,0.6,lognormal,log pounds"), AllOf(HasSubstr("column 'lower'"), HasSubstr("above the value of 0.45")));
    EXPECT_THAT(refusal("earnings_sd", "0.45,0.3,0.4,lognormal,log pounds"), AllOf(HasSubstr("column 'upper'"), HasSubstr("below the value of 0.45")));
    EXPECT_THAT(refusal("earnings_sd", "0.45,0.4,0.5,lognormel,log pounds"), HasSubstr("did you mean 'lognormal'?"));
}

TEST(Parameters, are_not_drawn_from_what_leaves_their_range) {
    EXPECT_THAT(refusal("earnings_sd", "0.45,0,0.5,lognormal,log pounds"), HasSubstr("limit above 0"));
    EXPECT_THAT(refusal("earnings_sd", "0.45,0.4,1.5,beta,log pounds"), HasSubstr("at most 1"));
    EXPECT_THAT(refusal("look_for_same_sex", "0.5,0.4,0.6,lognormal,share"), HasSubstr("use beta or fixed"));
}

TEST(Parameters, stand_once) {
    EXPECT_THAT(SpoiltTables().append("parameters.csv", "air_lag_years,2,1,4,lognormal,years,words,,assumed").refusal([](const auto& inputs) { (void)Parameters::read(inputs); }),
                HasSubstr("'air_lag_years' stands in line 3 too"));
}

TEST(Parameters, of_people_in_a_home_are_whole_and_not_too_many) {
    for (const std::string value : {"0", "2.5", "1001", "1e300"})
        EXPECT_THAT(refusal("persons_in_shared_home", value + ",,,fixed,persons"), AllOf(HasSubstr("parameters.csv: error: "), HasSubstr("'persons_in_shared_home'"), HasSubstr("from 1 to 1000")));
    EXPECT_EQ(refusal("persons_in_shared_home", "1000,,,fixed,persons"), "");
}

}  // namespace
}  // namespace spires::testing
