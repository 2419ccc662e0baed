#include "integration/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

const std::vector<std::string> commands{"run", "check", "list", "summary", "synthesise", "schema"};

TEST(Program, tells_its_version_commit_library_and_compiler_in_one_line) {
    const Outcome version = spires("--version");
    EXPECT_EQ(version.code, 0);
    EXPECT_THAT(version.out, MatchesRegex("spires [0-9.]+ \\(commit [0-9a-z-]+, HDF5 [0-9.]+, .+\\)\n"));
}

TEST(Program, helps_with_an_example_for_every_command) {
    const Outcome help = spires("--help");
    EXPECT_EQ(help.code, 0);
    for (const auto& command : commands) {
        EXPECT_THAT(help.out, HasSubstr("\n  " + command + " ")) << command;
        const Outcome one = spires(command + " --help");
        EXPECT_EQ(one.code, 0) << command;
        EXPECT_THAT(one.out, AllOf(StartsWith("usage: spires " + command), HasSubstr("\nexample: spires " + command))) << command;
        EXPECT_EQ(one.err, "") << command;
    }
    const Outcome nothing = spires("");
    EXPECT_EQ(nothing.code, 64);
}

TEST(Program, tells_when_its_output_cannot_be_written) {
    for (const std::string words : {"--version", "list levers", "schema"}) {
        const ScratchFolder folder;
        write_file(folder / "run.sh", "cd '" SPIRES_SOURCE_FOLDER "' && '" SPIRES_PROGRAM "' " + words + " >/dev/full\n");
        const int status = std::system(("sh '" + (folder / "run.sh").string() + "' 2>'" + (folder / "err").string() + "'").c_str());
        EXPECT_EQ(WEXITSTATUS(status), 74) << words;
        EXPECT_THAT(read_file(folder / "err"), HasSubstr("error: ")) << words;
    }
}

TEST(List, knows_everything_a_scenario_can_name) {
    for (const std::string what : {"levers", "indicators", "areas", "scenarios", "services", "conditions", "parameters", "pillars", "priorities", "ambitions"}) {
        const Outcome list = spires("list " + what);
        EXPECT_EQ(list.code, 0) << what << ": " << list.err;
        EXPECT_GT(std::ranges::count(list.out, '\n'), 2) << what;
        EXPECT_EQ(list.err, "") << what;
    }
    EXPECT_THAT(spires("list levers").out, HasSubstr("activity.minutes_per_week"));
    EXPECT_THAT(spires("list areas").out, AllOf(HasSubstr("E08000026"), HasSubstr("Foleshill"), HasSubstr("IMD01")));
    EXPECT_THAT(spires("list scenarios").out, AllOf(HasSubstr("physical_activity"), HasSubstr("early_years")));
}

TEST(Schema, is_json_and_names_every_lever) {
    const Outcome schema = spires("schema");
    ASSERT_EQ(schema.code, 0) << schema.err;
    EXPECT_TRUE(nlohmann::json::parse(schema.out).contains("properties"));
    EXPECT_THAT(schema.out, HasSubstr("\"activity.minutes_per_week\""));
}

TEST(Check, explains_the_shipped_scenarios_with_people_of_the_base_and_places_that_may_bind) {
    const Outcome check = spires("check scenarios/physical_activity.toml scenarios/early_years.toml");
    ASSERT_EQ(check.code, 0) << check.err;
    EXPECT_THAT(check.out, AllOf(HasSubstr("(physical_activity)"), HasSubstr("(early_years)"), HasSubstr("eligible"), HasSubstr("Foleshill"), HasSubstr("assumed, after: "), HasSubstr("published: ")));
    EXPECT_EQ(check.err, "");
}

TEST(Synthesise, writes_the_people_and_prints_their_fit_and_the_path_last) {
    const ScratchFolder folder;
    const auto people = folder / "new" / "population.h5";
    const Outcome synthesis = spires("synthesise -o '" + people.string() + "'");
    ASSERT_EQ(synthesis.code, 0) << synthesis.err;
    EXPECT_THAT(synthesis.out, AllOf(HasSubstr("margin"), EndsWith("\n" + people.string() + "\n")));
    EXPECT_EQ(read_file(people).substr(1, 3), "HDF");
    EXPECT_THAT(files_in(folder / "new"), ::testing::ElementsAre("population.h5"));
}

}  // namespace
}  // namespace spires::testing
