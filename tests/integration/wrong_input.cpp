#include "integration/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string two_years = " --years 2022:2023 --replicates 1 ";

/// Whatever is wrong: the exit code, one line on standard error for each problem, nothing on standard
/// output, and no file where the results would have gone.
void expect_refused(const std::string& words, int code, const std::vector<std::string>& parts, std::size_t lines = 1) {
    const ScratchFolder folder;
    const Outcome run = spires("run " + words + " -o '" + (folder / "new" / "results.h5").string() + "'");
    EXPECT_EQ(run.code, code) << words << '\n' << run.err;
    EXPECT_EQ(run.out, "") << words;
    const auto told = run.error_lines();
    EXPECT_EQ(std::ranges::count_if(told, [](const auto& line) { return line.find("error: ") != std::string::npos; }), static_cast<std::ptrdiff_t>(lines)) << words << '\n' << run.err;
    for (const auto& part : parts) EXPECT_THAT(run.err, HasSubstr(part)) << words;
    EXPECT_THAT(files_in(folder / "new"), ElementsAre()) << words;
    EXPECT_THAT(files_in(folder.path()), ElementsAre()) << words << ": not even the folder";
}

void expect_scenario_refused(const std::string& text, const std::vector<std::string>& parts, std::size_t lines = 1, int code = 65) {
    const ScratchFolder folder;
    write_file(folder / "walking.toml", text);
    expect_refused("'" + (folder / "walking.toml").string() + "'" + two_years, code, parts, lines);
    const Outcome check = spires("check '" + (folder / "walking.toml").string() + "' --years 2022:2023");
    EXPECT_EQ(check.code, code) << "check says the same";
    EXPECT_EQ(check.error_lines().size(), lines) << check.err;
}

TEST(WrongScenario, is_told_with_place_and_nearest_name) {
    expect_scenario_refused(sound_but("reach = 0.3", "reech = 0.3"), {"walking.toml:8:1: error: unknown key 'reech'; did you mean 'reach'?", "'reach' is missing"}, 2);
    expect_scenario_refused(sound_but("activity.minutes_per_week", "activity.minutes_a_week"), {"walking.toml:13:11: error: ", "did you mean 'activity.minutes_per_week'?"});
    expect_scenario_refused(sound_but("reach = 0.3", "reach = \"much\""), {"walking.toml:8:9: error: 'reach' must be a number between 0 and 1, found text 'much'"});
    expect_scenario_refused(sound_but("reach = 0.3", "reach = 3"), {"walking.toml:8:9: error: ", "between 0 and 1"});
    expect_scenario_refused(sound_but("Foleshill", "Folshill"), {"walking.toml:7:", "did you mean 'Foleshill'?"});
    expect_scenario_refused(sound_but("madigan_2021", "madigan_2022"), {"did you mean 'madigan_2021'?"});
}

TEST(WrongScenario, in_its_years_or_without_an_end_of_its_effect_is_told) {
    expect_scenario_refused(sound_but("from = 2022, to = 2023", "from = 2023, to = 2022"), {"walking.toml:6:", "runs backwards, from 2023 to 2022"});
    expect_scenario_refused(sound_but("to = 2023", "to = 2030"), {"walking.toml:6:", "2030 lies outside the run, whose years are 2022 to 2023"});
    expect_scenario_refused(sound_but("  half_life = 5\n", ""), {"'half_life' is missing"});
}

TEST(WrongScenario, has_all_its_problems_told_at_once_but_only_the_first_of_syntax) {
    std::string text = sound_but("reach = 0.3", "reach = 3");
    text.replace(text.find("Foleshill"), 9, "Folshill").replace(text.find("places = 1200"), 13, "places = -5");
    text += "[[intervention]]\nid = \"walking\"\nyears = { from = 2022, to = 2023 }\nreach = 0.1\nuptake = 0.1\n";
    expect_scenario_refused(text, {"'reach'", "Folshill", "'places'", "the id 'walking' is taken by the intervention in line 5"}, 4);
    expect_scenario_refused(sound_but("reach = 0.3", "reach = = 0.3"), {"walking.toml:8:"});
    expect_scenario_refused("name = \"no end", {"walking.toml:1:"});
}

TEST(WrongScenario, that_is_missing_a_folder_or_named_like_another_is_told) {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder / "a");
    std::filesystem::create_directories(folder / "b.toml");
    write_file(folder / "a" / "walking.toml", sound_scenario());
    write_file(folder / "walking.toml", sound_scenario());
    const std::string one = "'" + (folder / "walking.toml").string() + "' ", other = "'" + (folder / "a" / "walking.toml").string() + "' ";
    expect_refused(one + other + two_years, 65, {"walking"});
    expect_refused("'" + (folder / "absent.toml").string() + "'" + two_years, 66, {"absent.toml: error: "});
    expect_refused("'" + (folder / "b.toml").string() + "'" + two_years, 66, {"b.toml: error: "});
}

/// Runs on tables of which one is spoilt.
void expect_table_refused(const std::string& table, const std::function<void(std::string&)>& spoil, int code, const std::vector<std::string>& parts) {
    const ScratchFolder folder;
    copy_inputs(folder / "inputs");
    std::string text = read_file(folder / "inputs" / table);
    spoil(text);
    if (text.empty()) std::filesystem::remove(folder / "inputs" / table);
    else write_file(folder / "inputs" / table, text);
    const Outcome run = spires("run --inputs '" + (folder / "inputs").string() + "'" + two_years + "-o '" + (folder / "new" / "results.h5").string() + "'");
    EXPECT_EQ(run.code, code) << table << '\n' << run.err;
    for (const auto& part : parts) EXPECT_THAT(run.err, HasSubstr(part)) << table;
    EXPECT_THAT(files_in(folder / "new"), ElementsAre()) << table;
}

TEST(WrongTables, that_are_missing_are_exit_66_whenever_they_are_read) {
    for (const std::string table : {"parameters.csv", "tenure.csv", "moves.csv", "prices.csv", "wards.csv", "relative_risks.csv"})
        expect_table_refused(table, [](std::string& text) { text.clear(); }, 66, {"/" + table + ": error: "});
    expect_refused("--inputs /nowhere" + two_years, 66, {"/nowhere/"});
}

TEST(WrongTables, are_exit_65_with_file_line_and_column) {
    const auto second_field = [](std::string& text) {
        const auto line = text.find('\n') + 1, comma = text.find(',', line);
        text.replace(comma + 1, text.find_first_of(",\n", comma + 1) - comma - 1, "many");
    };
    expect_table_refused("parameters.csv", second_field, 65, {"/parameters.csv:2:2: error: column 'value': 'many' is not a number"});
    expect_table_refused("moves.csv", [](std::string& text) { text.erase(text.rfind(',')); }, 65, {"/moves.csv:", "fields where the header has"});
    expect_table_refused("prices.csv", [](std::string& text) { text.replace(0, 4, "yaer"); }, 65, {"/prices.csv:1: error: column 'year' is missing; did you mean 'yaer'?"});
}

TEST(WrongUsage, is_exit_64_and_says_where_help_is) {
    for (const std::string words : {"--replicate 3", "--replicates 0", "--replicates 1.5", "--replicates -1", "--seed -1", "--seed x", "--threads 0", "--scale 0", "--years 2023",
                                    "--years 2023:2022", "--years 2020:2023", "--years 2022:2222", "--progress loud", "--set nonsense", "--set boys_per_100_girls=many",
                                    "--set boys_per_100_girls=nan", "--set =3"})
        expect_refused(words, 64, {"error: "});
    expect_refused("--set boys_per_100_girl=104", 64, {"unknown parameter 'boys_per_100_girl'; did you mean 'boys_per_100_girls'?"});
    const Outcome command = spires("runs");
    EXPECT_EQ(command.code, 64);
    EXPECT_THAT(command.error_lines(), ElementsAre(AllOf(HasSubstr("unknown command 'runs'"), HasSubstr("did you mean 'run'?"))));
    for (const std::string words : {"list", "list lever", "check", "summary", "schema extra", "synthesise --seed x", "list levers --in x"}) {
        const Outcome one = spires(words);
        EXPECT_EQ(one.code, 64) << words << '\n' << one.err;
        EXPECT_EQ(one.error_lines().size(), 1U) << words << '\n' << one.err;
    }
}

TEST(WrongOutput, that_cannot_be_created_is_exit_73_before_anything_is_run) {
    const ScratchFolder folder;
    write_file(folder / "file", "in the way");
    for (const std::string& output : {std::string("/dev/null/x/results.h5"), (folder / "file" / "results.h5").string(), folder.path().string()}) {
        const Outcome run = spires("run" + two_years + "-o '" + output + "'", "timeout 60");
        EXPECT_EQ(run.code, 73) << output << '\n' << run.err;
        EXPECT_THAT(run.error_lines(), ElementsAre(HasSubstr("error: "))) << output;
        const Outcome synthesis = spires("synthesise -o '" + output + "'");
        EXPECT_EQ(synthesis.code, 73) << output << '\n' << synthesis.err;
        EXPECT_EQ(synthesis.error_lines().size(), 1U) << synthesis.err;
    }
    EXPECT_THAT(files_in(folder.path()), ElementsAre("file"));
}

TEST(WrongOutput, that_would_need_more_memory_than_there_is_is_exit_69_before_anything_is_made) {
    expect_refused("--scale 10000" + two_years, 69, {"GB of memory"});
}

TEST(WrongResults, that_are_missing_are_exit_66_and_that_are_none_or_cut_short_65) {
    const ScratchFolder folder;
    EXPECT_EQ(spires("summary '" + (folder / "absent.h5").string() + "'").code, 66);
    write_file(folder / "text.h5", "not a results file");
    const Outcome text = spires("summary '" + (folder / "text.h5").string() + "'");
    EXPECT_EQ(text.code, 65);
    EXPECT_THAT(text.error_lines(), ElementsAre(HasSubstr("text.h5: error: ")));
}

}  // namespace
}  // namespace spires::testing
