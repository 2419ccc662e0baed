#include "integration/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string two_years = " --years 2022:2023 ";

TEST(Run, writes_results_and_a_record_and_prints_headline_and_path_alone) {
    const ScratchFolder folder;
    const auto scenario = folder / "walking.toml", results = folder / "new" / "results.h5";
    write_file(scenario, sound_scenario());
    const Outcome run = spires("run '" + scenario.string() + "'" + two_years + "--replicates 1 -o '" + results.string() + "'");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(StartsWith("Walking "), HasSubstr("Healthy life expectancy at birth, years"), HasSubstr("2022-2023 · 1 replicate"),
                               EndsWith("results: " + results.string() + "\n")));
    EXPECT_THAT(run.out, Not(HasSubstr("%  ·"))) << "how far the run is belongs on standard error";
    EXPECT_THAT(run.err, Not(HasSubstr("error")));
    EXPECT_THAT(files_in(folder / "new"), ElementsAre("results.h5", "run.json"));

    const auto record = nlohmann::json::parse(read_file(folder / "new" / "run.json"));
    EXPECT_THAT(record.at("command").get<std::vector<std::string>>(), ::testing::Contains(scenario.string()));
    EXPECT_GT(record.at("seconds").get<double>(), 0);
    EXPECT_LE(record.at("seconds_to_first_year").get<double>(), record.at("seconds").get<double>());
    for (const char* key : {"version", "commit", "compiler", "host", "threads"}) EXPECT_TRUE(record.contains(key)) << key;

    const Outcome summary = spires("summary '" + results.string() + "' --area Foleshill");
    EXPECT_EQ(summary.code, 0) << summary.err;
    EXPECT_THAT(summary.out, StartsWith("Walking · Foleshill "));
    const Outcome json = spires("summary '" + results.string() + "' --json");
    EXPECT_EQ(json.code, 0);
    EXPECT_TRUE(nlohmann::json::accept(json.out));
}

TEST(Run, gives_the_same_bytes_for_one_thread_two_and_a_second_time) {
    const ScratchFolder folder;
    const auto scenario = folder / "walking.toml";
    write_file(scenario, sound_scenario());
    std::vector<std::string> bytes;
    for (const std::string how : {"--threads 1", "--threads 2", "--threads 2"}) {
        const auto results = folder / std::to_string(bytes.size()) / "results.h5";
        const Outcome run = spires("run '" + scenario.string() + "'" + two_years + "--replicates 2 --progress none " + how + " -o '" + results.string() + "'");
        ASSERT_EQ(run.code, 0) << run.err;
        EXPECT_EQ(run.err, "") << "--progress none says nothing";
        bytes.push_back(read_file(results));
    }
    EXPECT_GT(bytes[0].size(), 100'000U);
    EXPECT_TRUE(bytes[0] == bytes[1]) << "one thread and two";
    EXPECT_TRUE(bytes[1] == bytes[2]) << "the same run twice";
}

TEST(Run, of_the_baseline_alone_takes_settings_and_tells_progress_as_json) {
    const ScratchFolder folder;
    const auto results = folder / "results.h5";
    const Outcome run = spires("run --years 2022:2022 --replicates 1 --no-parameter-uncertainty --seed 18446744073709551615 --progress json "
                               "--set boys_per_100_girls=104 -o '" + results.string() + "'");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, EndsWith("results: " + results.string() + "\n"));
    for (const auto& line : run.error_lines()) EXPECT_TRUE(nlohmann::json::accept(line)) << line;
}

TEST(Run, that_is_dry_tells_what_it_would_take_and_writes_nothing) {
    const ScratchFolder folder;
    const Outcome dry = spires("run --dry-run --replicates 40 -o '" + (folder / "new" / "results.h5").string() + "'");
    EXPECT_EQ(dry.code, 0) << dry.err;
    EXPECT_THAT(dry.out, AllOf(HasSubstr("40 replicates"), HasSubstr("GB")));
    EXPECT_THAT(files_in(folder.path()), ElementsAre());
}

TEST(Run, that_is_interrupted_leaves_nothing_behind) {
    const ScratchFolder folder;
    const Outcome run = spires("run --replicates 50 -o '" + (folder / "results.h5").string() + "'", "timeout --preserve-status --signal=INT 4");
    EXPECT_EQ(run.code, 130) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(files_in(folder.path()), ElementsAre());
}

TEST(Run, whose_results_are_in_the_way_replaces_them_whole) {
    const ScratchFolder folder;
    const auto results = folder / "results.h5";
    write_file(results, "an older run");
    ASSERT_EQ(spires("run --years 2022:2022 --replicates 1 -o '" + results.string() + "'").code, 0);
    EXPECT_EQ(read_file(results).substr(1, 3), "HDF");
    EXPECT_THAT(files_in(folder.path()), ElementsAre("results.h5", "run.json"));
}

}  // namespace
}  // namespace spires::testing
