#include "core/error.hpp"
#include "core/fixed_point.hpp"
#include "core/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace spires {
namespace {

using ::testing::ElementsAre;

const std::vector<std::string> known{"reach", "uptake", "places"};

TEST(NearestWord, is_the_known_word_with_the_fewest_changes) {
    EXPECT_EQ(nearest_word("reech", known), "reach");
    EXPECT_EQ(nearest_word("place", known), "places");
    EXPECT_EQ(nearest_word("uptake", known), "uptake");
}

TEST(NearestWord, is_none_when_all_are_far) {
    EXPECT_EQ(nearest_word("half_life", known), "");
    EXPECT_EQ(nearest_word("reach", {}), "");
    EXPECT_EQ(suggestion("half_life", known), "");
    EXPECT_EQ(suggestion("uptakes", known), "; did you mean 'uptake'?");
}

TEST(Thousands, are_set_apart_and_signs_and_decimals_are_left_alone) {
    EXPECT_EQ(with_thousands(355600), "355,600");
    EXPECT_EQ(with_thousands(999), "999");
    EXPECT_EQ(with_thousands(1000), "1,000");
    EXPECT_EQ(with_thousands(-1234567.891, 2), "-1,234,567.89");
    EXPECT_EQ(with_thousands(-123), "-123");
    EXPECT_EQ(with_thousands(0.5, 1), "0.5");
    EXPECT_EQ(with_thousands(999.96, 1), "1,000.0");
}

TEST(Split, keeps_empty_parts) {
    EXPECT_THAT(split("a,b,,c", ','), ElementsAre("a", "b", "", "c"));
    EXPECT_THAT(split("", ','), ElementsAre(""));
    EXPECT_THAT(split(",", ','), ElementsAre("", ""));
}

TEST(FixedPoint, gives_events_back_to_half_a_unit_and_rounds_both_ways_alike) {
    for (const double events : {0.0, 1.0, 0.1, 1e-9, 355600.25, -0.1, -7.5}) EXPECT_NEAR(from_fixed_point(to_fixed_point(events)), events, 0x1p-33);
    EXPECT_EQ(to_fixed_point(-0.3), -to_fixed_point(0.3));
    EXPECT_EQ(to_fixed_point(1.0), std::int64_t{1} << 32U);
}

TEST(FixedPoint, adds_to_the_same_bits_in_any_order) {
    std::int64_t up = 0, down = 0;
    for (int i = 1; i <= 1000; ++i) up += to_fixed_point(1.0 / i);
    for (int i = 1000; i >= 1; --i) down += to_fixed_point(1.0 / i);
    EXPECT_EQ(up, down);
}

TEST(FixedPoint, holds_two_thousand_million_events) {
    EXPECT_EQ(from_fixed_point(to_fixed_point(2e9)), 2e9);
    EXPECT_EQ(from_fixed_point(to_fixed_point(-2e9)), -2e9);
}

TEST(Location, leaves_out_what_is_unknown) {
    EXPECT_EQ(to_string(Location{"a.toml", 3, 7}), "a.toml:3:7");
    EXPECT_EQ(to_string(Location{"a.toml", 3, 0}), "a.toml:3");
    EXPECT_EQ(to_string(Location{"a.toml"}), "a.toml");
}

TEST(Problems, are_told_all_at_once_one_a_line) {
    Problems problems;
    EXPECT_NO_THROW(problems.throw_if_any());
    problems.add({"a.toml", 1, 2}, "one");
    problems.add({"a.toml", 3, 4}, "two");
    try {
        problems.throw_if_any();
        FAIL() << "nothing was told";
    } catch (const UserError& error) {
        EXPECT_EQ(error.code(), Exit::wrong_data);
        EXPECT_STREQ(error.what(), "a.toml:1:2: error: one\na.toml:3:4: error: two");
    }
}

TEST(percent, rounds_halves_away_from_zero_and_claims_no_certainty) {
    EXPECT_EQ(percent(0.985), "99 %");
    EXPECT_EQ(percent(0.9849), "98 %");
    EXPECT_EQ(percent(0.99), "99 %");
    EXPECT_EQ(percent(0.9901), ">99 %");
    EXPECT_EQ(percent(0.125), "13 %");
    EXPECT_EQ(percent(0.01), "1 %");
    EXPECT_EQ(percent(0.0099), "<1 %");
    EXPECT_EQ(percent(std::numeric_limits<double>::quiet_NaN()), "–");
}

}  // namespace
}  // namespace spires
