#include "integration/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Rerun, makes_the_same_bytes_from_the_file_alone_and_tells_of_others) {
    const ScratchFolder folder;
    const auto scenario = folder / "walking.toml", results = folder / "results.h5", inputs = folder / "inputs";
    copy_inputs(inputs);
    write_file(scenario, sound_scenario());
    const Outcome run = spires("run '" + scenario.string() + "' --years 2022:2023 --replicates 2 --seed 7 --progress none --set boys_per_100_girls=104 --inputs '" +
                               inputs.string() + "' -o '" + results.string() + "'");
    ASSERT_EQ(run.code, 0) << run.err;
    std::filesystem::remove_all(inputs);
    std::filesystem::remove(scenario);
    const Outcome again = spires("rerun '" + results.string() + "' --progress none --threads 1 -o '" + (folder / "again" / "results.h5").string() + "'");
    EXPECT_EQ(again.code, 0) << again.out << again.err;
    EXPECT_THAT(again.out, StartsWith("the same, byte for byte: "));
    EXPECT_TRUE(read_file(results) == read_file(folder / "again" / "results.h5"));

    // What the same file says in words, money and causes.
    const Outcome summary = spires("summary '" + results.string() + "'");
    EXPECT_THAT(summary.out, AnyOf(HasSubstr("healthy life expectancy in Coventry"), HasSubstr("people in Coventry"))) << summary.out;
    EXPECT_THAT(spires("summary '" + results.string() + "' --economics").out, AllOf(HasSubstr("Programme cost, million pounds"), HasSubstr("Costs avoided, council"), HasSubstr("Net cost a quality-adjusted year, pounds"), HasSubstr("Net benefit at 20,000 pounds a year of quality-adjusted life")));
    EXPECT_EQ(spires("summary '" + results.string() + "' --drivers").code, 0);
    const auto json = nlohmann::json::parse(spires("summary '" + results.string() + "' --json").out)["scenarios"][0];
    EXPECT_EQ(json["economics"].size(), 3);
    EXPECT_EQ(json["economics"][1]["discounting"], "green_book");
    EXPECT_EQ(json["economics"][1]["thresholds"].size(), 21);
    EXPECT_GE(json["sentences"].size(), 2);

    // One byte of a table changed: the digest tells.
    std::string bytes = read_file(results);
    write_file(folder / "cut.h5", bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(spires("rerun '" + (folder / "cut.h5").string() + "'").code, 65);
}

TEST(Rerun, refuses_what_is_no_results_file) {
    const ScratchFolder folder;
    write_file(folder / "text.h5", "no results");
    EXPECT_EQ(spires("rerun '" + (folder / "text.h5").string() + "'").code, 65);
    EXPECT_EQ(spires("rerun '" + (folder / "none.h5").string() + "'").code, 66);
    EXPECT_EQ(spires("rerun").code, 64);
    EXPECT_THAT(spires("rerun --help").out, HasSubstr("example: spires rerun"));
}

}  // namespace
}  // namespace spires::testing
