#include "core/each_once.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>

namespace spires {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::array<std::string_view, 2> sexes_needed{"female", "male"};

std::string told(const std::string& rows, const std::function<void(const Table&)>& check) {
    const Table table = Table::parse("sex,age\n" + rows, "people.csv", std::array<std::string_view, 2>{"sex", "age"});
    try {
        check(table);
    } catch (const UserError& error) {
        EXPECT_EQ(error.code(), Exit::wrong_data);
        return error.what();
    }
    return "";
}

std::string each_once(const std::string& rows) {
    return told(rows, [](const Table& table) { require_each_once(table, {{"sex", sexes_needed}, {"age"}}); });
}

TEST(EachOnce, takes_a_table_that_has_every_key) { EXPECT_EQ(each_once("male,0\nfemale,1\nfemale,0\nmale,1\n"), ""); }

TEST(EachOnce, names_both_lines_of_a_doubled_key_and_knows_a_number_by_its_value) {
    EXPECT_EQ(each_once("female,0\nmale,0\nfemale,0.0\n"), "people.csv:4:1: error: 'female, 0' stands in line 2 too; keep one of the two lines");
}

TEST(EachOnce, names_what_is_missing_and_tells_all_at_once) {
    EXPECT_EQ(each_once("female,0\nfemale,5\nmale,0\n"), "people.csv: error: no line for sex, age 'male, 5'; add it");
    EXPECT_THAT(each_once("female,0\nfemale,0\nfemale,5\n"), AllOf(HasSubstr("people.csv:3:1"), HasSubstr("'male, 0'; 'male, 5'; add them")));
    EXPECT_THAT(each_once(""), HasSubstr("people.csv: error: the table has no rows"));
}

TEST(EachOnce, keeps_a_long_list_short) {
    std::string twice;
    for (int age = 0; age < 30; ++age) twice += "female," + std::to_string(age) + "\n";
    const std::string all = each_once(twice + twice);
    EXPECT_THAT(all, AllOf(HasSubstr("people.csv:41:1"), Not(HasSubstr("people.csv:42:1")), HasSubstr("and 20 more lines"), HasSubstr(" and 20 more; add them")));
}

TEST(EachOnce, asks_for_single_things_too) {
    EXPECT_EQ(told("female,0\nfemale,0\n", [](const Table& table) { refuse_missing(table, {{"sex", std::array{std::string_view("female")}}}); }), "");
    EXPECT_THAT(told("female,0\nfemale,5\n", [](const Table& table) { refuse_missing(table, {{"sex", sexes_needed}}); }), HasSubstr("no line for sex 'male'"));
    EXPECT_EQ(told("female,0\nfemale,5\n", [](const Table& table) { refuse_doubled(table, {"sex", "age"}); }), "");
    EXPECT_THAT(told("female,0\nfemale,0\n", [](const Table& table) { refuse_doubled(table, {"sex", "age"}); }), HasSubstr("stands in line 2 too"));
}

TEST(EachOnce, takes_codes_that_look_like_numbers_as_words) {
    EXPECT_EQ(told("1E2,0\n100,0\n", [](const Table& table) { refuse_doubled(table, {"sex"}); }), "");
}

}  // namespace
}  // namespace spires
