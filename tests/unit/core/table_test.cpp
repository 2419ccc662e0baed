#include "core/table.hpp"

#include "support/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>

namespace spires {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::array<std::string_view, 2> columns{"place", "persons"};
constexpr std::array<std::string_view, 2> words{"female", "male"};

Table parse(const std::string& text) { return Table::parse(text, "people.csv", columns); }

/// What the user is told when `act` fails, after the exit code.
template <class Act>
std::string told(Act act) {
    try {
        act();
    } catch (const UserError& error) {
        return std::to_string(static_cast<int>(error.code())) + " " + error.what();
    }
    return "nothing";
}

TEST(Table, reads_quotes_byte_order_mark_windows_line_ends_and_a_last_line_without_end) {
    const Table table = parse("\xEF\xBB\xBFplace,persons\r\n\"St. Michael's, \"\"Centre\"\"\",12\r\n\"two\nlines\",13\r\nlast,14");
    ASSERT_EQ(table.rows(), 3U);
    EXPECT_EQ(table.text(0, "place"), "St. Michael's, \"Centre\"");
    EXPECT_EQ(table.text(1, "place"), "two\nlines");
    EXPECT_EQ(table.integer(2, "persons", 0, 20), 14);
    EXPECT_EQ(table.where(1, "persons").line, 3U);
    EXPECT_EQ(table.where(2, "persons").line, 5U) << "a quoted line end counts as a line";
    EXPECT_EQ(table.where(2, "persons").column, 2U);
}

TEST(Table, that_is_missing_is_exit_66_and_names_the_file) {
    const ScratchFolder folder;
    const auto file = folder / "absent.csv";
    EXPECT_THAT(told([&] { static_cast<void>(Table::read(file, {"place"})); }), AllOf(StartsWith("66 "), HasSubstr(file.string() + ": error: ")));
}

TEST(Table, that_is_a_folder_is_told_as_missing) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "people.csv");
    EXPECT_THAT(told([&] { static_cast<void>(Table::read(folder / "people.csv", {"place"})); }), StartsWith("66 "));
}

TEST(Table, without_a_column_is_exit_65_and_suggests_the_nearest) {
    EXPECT_THAT(told([] { parse("place,person\nA,1\n"); }), StartsWith("65 people.csv:1: error: column 'persons' is missing; did you mean 'person'?"));
    EXPECT_THAT(told([] { parse(""); }), StartsWith("65 people.csv:1: error: column 'place' is missing"));
}

TEST(Table, with_a_ragged_line_names_the_line) {
    EXPECT_THAT(told([] { parse("place,persons\nA,1\nB,2,3\n"); }), StartsWith("65 people.csv:3: error: 3 fields where the header has 2"));
    EXPECT_THAT(told([] { parse("place,persons\nA\n"); }), StartsWith("65 people.csv:2: error: 1 fields"));
}

TEST(Table, with_an_open_quote_names_the_line_it_begins_in) {
    EXPECT_THAT(told([] { parse("place,persons\nA,1\n\"B,2\nC,3\n"); }), StartsWith("65 people.csv:3: error: a quoted field is not closed"));
}

TEST(Table, tells_file_line_and_column_of_a_value_that_does_not_fit) {
    const Table table = parse("place,persons\nA,1\nB,many\nC,-2\nD,2.5\nE,\nF,nan\nG,1e999\nH, 3\n");
    const auto number = [&](std::size_t row) { return told([&, row] { static_cast<void>(table.number(row, "persons", 0, 10)); }); };
    EXPECT_EQ(number(0), "nothing");
    EXPECT_EQ(number(1), "65 people.csv:3:2: error: column 'persons': 'many' is not a number");
    EXPECT_EQ(number(2), "65 people.csv:4:2: error: column 'persons': -2 is outside 0 to 10");
    EXPECT_EQ(number(4), "65 people.csv:6:2: error: column 'persons': '' is not a number");
    EXPECT_EQ(number(5), "65 people.csv:7:2: error: column 'persons': 'nan' is not a number");
    EXPECT_EQ(number(6), "65 people.csv:8:2: error: column 'persons': '1e999' is not a number");
    EXPECT_THAT(number(7), StartsWith("65 people.csv:9:2: "));
    EXPECT_EQ(told([&] { static_cast<void>(table.integer(3, "persons", 0, 10)); }), "65 people.csv:5:2: error: column 'persons': a whole number is needed");
}

TEST(Table, knows_words_and_suggests_the_nearest) {
    const Table table = parse("place,persons\nmale,1\nfemal,1\n");
    EXPECT_EQ(table.word(0, "place", words), 1U);
    EXPECT_EQ(told([&] { static_cast<void>(table.word(1, "place", words)); }),
              "65 people.csv:3:1: error: column 'place': unknown word 'femal'; did you mean 'female'?");
}

TEST(Table, that_nobody_asked_a_column_of_is_our_fault_not_the_users) {
    EXPECT_THROW(static_cast<void>(parse("place,persons\nA,1\n").text(0, "sex")), std::logic_error);
}

}  // namespace
}  // namespace spires
