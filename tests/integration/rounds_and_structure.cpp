// More replicates and other structures, on a town of 3,000 people: `run --precision`, `run --structure`.

#include "integration/program.hpp"
#include "results/read_results.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::string scenario = R"(name = "Walks"
[[intervention]]
id = "walks"
years = { from = 2022, to = 2023 }
eligible = { age = { from = 18, to = 79 } }
reach = { mean = 0.3, sd = 0.05 }
uptake = 0.5
cost = { per_participant = 100, fixed_per_year = 1000, evidence = "invented" }
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = { add = 60, sd = 10 }
  half_life = 1
  evidence = "invented"
  [[intervention.effect]]
  lever = "loneliness"
  change = { odds_ratio = 0.5, sd = 0.1 }
  half_life = 2
  evidence = "invented"
)";

/// Runs the town with a folder for its scenario; returns the outcome and leaves results in `name`.
Outcome run_town(const ScratchFolder& folder, const std::string& name, const std::string& options) {
    write_file(folder / "walks.toml", scenario);
    return spires("run '" + (folder / "walks.toml").string() + "' --inputs tests/data/smallbridge --years 2022:2025 --progress none " + options + " -o '" + (folder / name).string() + "'");
}

TEST(Precision, goes_on_from_round_to_round_and_leaves_the_bytes_of_as_many_replicates) {
    const ScratchFolder folder;
    ASSERT_EQ(run_town(folder, "loose/results.h5", "--precision 50").code, 0);
    ASSERT_EQ(run_town(folder, "twenty/results.h5", "--replicates 20").code, 0);
    EXPECT_TRUE(read_file(folder / "loose" / "results.h5") == read_file(folder / "twenty" / "results.h5"));

    const auto json = nlohmann::json::parse(spires("summary '" + (folder / "twenty" / "results.h5").string() + "' --json").out);
    const double reached = json["scenarios"][0]["rows"][0]["mean_half_width"];
    ASSERT_GT(reached, 0);
    const Outcome finer = run_town(folder, "finer/results.h5", "--threads 1 --precision " + std::to_string(0.8 * reached));
    ASSERT_EQ(finer.code, 0) << finer.err;
    const ResultsReader chosen(folder / "finer" / "results.h5");
    EXPECT_THAT(chosen.design().replicates(), ::testing::AnyOf(40, 80, 160));
    ASSERT_EQ(run_town(folder, "asked/results.h5", "--threads 2 --replicates " + std::to_string(chosen.design().replicates())).code, 0);
    EXPECT_TRUE(read_file(folder / "finer" / "results.h5") == read_file(folder / "asked" / "results.h5"));
    EXPECT_THAT(finer.err, HasSubstr(std::to_string(chosen.design().replicates()) + " replicates: the mean change is known to ±"));
}

TEST(Structure, stands_beside_the_run_with_the_same_replicates) {
    const ScratchFolder folder;
    const Outcome run = run_town(folder, "structure.h5", "--replicates 4 --set causal_fraction=0.5 --structure");
    ASSERT_EQ(run.code, 0) << run.err;
    const ResultsReader results(folder / "structure.h5");
    const auto names = results.texts("uncertainty/structure/structure");
    ASSERT_EQ(names, (std::vector<std::string>{"causal_fraction_0", "causal_fraction_0.5", "causal_fraction_1", "effects_fade_fast", "effects_fade_slowly", "no_mortality_trend"}));

    // [structure][scenario][statistic][year][sex]; the mean of persons in 2025.
    const auto changes = results.numbers("uncertainty/structure/healthy_life_expectancy_difference");
    ASSERT_EQ(changes.size(), 6 * 2 * 5 * 4 * 3);
    const auto mean = [&](std::size_t setting) { return changes[((setting * 2 + 1) * 5 * 4 + 3) * 3]; };
    const double own = results.difference("healthy_life_expectancy", {1, 3, 0, 0}).mean;
    EXPECT_EQ(mean(1), own) << "half is what the run itself was told: the same replicates, the same bits";
    EXPECT_GT(mean(2), mean(0)) << "more cause, more gain";
    EXPECT_GT(mean(4), mean(3)) << "what lasts longer gains more";
    EXPECT_NE(mean(5), own);

    const std::string file = "summary '" + (folder / "structure.h5").string() + "'";
    EXPECT_THAT(spires(file + " --structure").out, AllOf(HasSubstr("when the model is built otherwise"), HasSubstr("as it is"), HasSubstr("effects fade twice as fast"), HasSubstr("all of it is cause")));
    EXPECT_THAT(spires(file).out, HasSubstr("Were the model built otherwise"));
    EXPECT_EQ(nlohmann::json::parse(spires(file + " --json").out)["scenarios"][0]["structure"].size(), 6);
    const Outcome again = spires("rerun '" + (folder / "structure.h5").string() + "' --threads 1 --progress none");
    EXPECT_EQ(again.code, 0) << again.out << again.err;
}

TEST(Structure, is_asked_for_in_vain_of_a_file_without_it) {
    const ScratchFolder folder;
    ASSERT_EQ(run_town(folder, "plain.h5", "--replicates 2").code, 0);
    const std::string file = "summary '" + (folder / "plain.h5").string() + "'";
    const Outcome refused = spires(file + " --structure");
    EXPECT_EQ(refused.code, 65);
    EXPECT_THAT(refused.err, HasSubstr("run again with `spires run --structure`"));
    EXPECT_TRUE(nlohmann::json::parse(spires(file + " --json").out)["scenarios"][0]["structure"].is_null());
}

TEST(Inequality, tells_gaps_chances_and_who_gains) {
    const ScratchFolder folder;
    ASSERT_EQ(run_town(folder, "results.h5", "--replicates 4").code, 0);
    const std::string file = "summary '" + (folder / "results.h5").string() + "'";
    EXPECT_THAT(spires(file + " --inequality").out, AllOf(HasSubstr("chance it narrows"), HasSubstr("Gap in healthy life expectancy, years"), HasSubstr("Slope index of premature mortality"),
                                                          HasSubstr("good level of development"), HasSubstr("Healthy years gained 2022-2025 per 1,000 person-years"), HasSubstr("Mill Bank"), HasSubstr("the chance that the most deprived gain more is"), HasSubstr("The same by ethnic group")));
    const auto json = nlohmann::json::parse(spires(file + " --json").out)["scenarios"][0]["inequality"];
    EXPECT_GE(json["measures"].size(), 10);
    EXPECT_EQ(json["healthy_years_gained_per_1000_person_years"][0]["area"], "X01");
    EXPECT_EQ(json["healthy_years_gained_per_1000_person_years_by_ethnic_group"].size(), 5U);
    EXPECT_EQ(json["healthy_years_gained_per_1000_person_years_by_ethnic_group"][0]["ethnic_group"], "asian");

    // The whole town's, worked out again from the replicates.
    const ResultsReader results(folder / "results.h5");
    const auto &healthy = results.replicates("healthy_life_years"), &lived = results.replicates("person_years");
    double sum = 0;
    for (std::size_t r = 0; r < 4; ++r) {
        double gained = 0, years = 0;
        for (std::size_t y = 0; y < 4; ++y) {
            gained += healthy[((4 + r) * 4 + y) * 3] - healthy[(r * 4 + y) * 3];
            years += lived[(r * 4 + y) * 3];
        }
        sum += 1000 * gained / years / 4;
    }
    EXPECT_NEAR(json["healthy_years_gained_per_1000_person_years"][0]["gained"]["mean"].get<double>(), sum, 1e-12);
}

}  // namespace
}  // namespace spires::testing
