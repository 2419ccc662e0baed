#include "integration/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A town that does not exist: nothing in the engine may know the city.
const std::string town = " --inputs tests/data/smallbridge ";

TEST(Smallbridge, has_words_of_its_own) {
    EXPECT_THAT(spires("list areas" + town).out, AllOf(HasSubstr("Smallbridge"), HasSubstr("Mill Bank"), Not(HasSubstr("Coventry"))));
    EXPECT_THAT(spires("list conditions" + town).out, HasSubstr("river_cough"));
    EXPECT_THAT(spires("list services" + town).out, HasSubstr("ferry_doctor"));
    EXPECT_THAT(spires("list levers" + town).out, AllOf(HasSubstr("river_cough.incidence"), HasSubstr("lungs.uptake"), Not(HasSubstr("breast"))));
    EXPECT_THAT(spires("list indicators" + town).out, AllOf(HasSubstr("ferry_doctor_cost"), HasSubstr("eyes"), Not(HasSubstr("camhs"))));
}

TEST(Smallbridge, runs_with_a_programme_of_its_own) {
    const ScratchFolder folder;
    write_file(folder / "boats.toml", R"(name = "Warm boats"
[[intervention]]
id = "stoves"
years = { from = 2023, to = 2025 }
eligible = { ward = ["Mill Bank"], tenure = ["private_rent", "social_rent"] }
reach = 0.5
uptake = 0.5
  [[intervention.effect]]
  lever = "home_energy"
  change = { odds_ratio = 0.1 }
  half_life = "none"
  evidence = "invented"
  [[intervention.effect]]
  lever = "river_cough.incidence"
  change = { rate_ratio = 0.5 }
  half_life = "none"
  evidence = "invented"
)");
    const auto results = (folder / "results.h5").string();
    const Outcome run = spires("run '" + (folder / "boats.toml").string() + "'" + town + "--years 2022:2026 --replicates 2 -o '" + results + "'");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Warm boats"));
    for (const std::string indicator : {"river_cough", "ferry_doctor", "children_in_poverty", "fuel_poverty", "lungs", "no2", "self_reported_wellbeing"})
        EXPECT_EQ(spires("summary '" + results + "' --indicator " + indicator + " --year 2026").code, 0) << indicator;
}

TEST(Smallbridge, counts_by_localities_of_the_user_and_runs_again_from_its_file) {
    const ScratchFolder folder;
    write_file(folder / "areas.csv", "place,locality\nS01,Riverside\nS02,Riverside\nS03,Riverside\nS04,Upland\nS05,Upland\nS06,Upland\n");
    write_file(folder / "shock.toml", "name = \"Hard years\"\n[assumptions]\nhousehold_income = { by_year = { 2023 = 0.9, 2025 = 1 } }\n");
    const auto results = (folder / "results.h5").string();
    const Outcome run = spires("run '" + (folder / "shock.toml").string() + "'" + town + "--years 2022:2024 --replicates 2 --localities '" + (folder / "areas.csv").string() + "' -o '" + results + "'");
    ASSERT_EQ(run.code, 0) << run.err;
    const auto people = [&](const std::string& area) {
        return nlohmann::json::parse(spires("summary '" + results + "' --json --area " + area + " --year 2022").out);
    };
    EXPECT_THAT(people("Riverside").dump(), HasSubstr("Riverside"));
    EXPECT_NE(people("Upland").dump(), people("Riverside").dump());
    EXPECT_EQ(spires("rerun '" + results + "' --progress none").code, 0) << "the table of localities is in the file";
    const Outcome wrong = spires("run" + town + "--years 2022:2022 --replicates 1 --localities '" + (folder / "absent.csv").string() + "' -o '" + results + "'");
    EXPECT_EQ(wrong.code, 66);
}

TEST(Smallbridge, sets_a_bundle_beside_the_sum_of_its_parts) {
    const ScratchFolder folder;
    const auto programme = [](const std::string& id, const std::string& ward) {
        return "[[intervention]]\nid = \"" + id + "\"\nyears = { from = 2022, to = 2023 }\neligible = { ward = [\"" + ward + "\"] }\nreach = 1\nuptake = 1\n"
               "  [[intervention.effect]]\n  lever = \"good_health\"\n  change = { odds_ratio = 1.5 }\n  half_life = \"none\"\n  evidence = \"invented\"\n";
    };
    write_file(folder / "mill.toml", programme("mill", "Mill Bank"));
    write_file(folder / "hill.toml", programme("hill", "Hill Top"));
    write_file(folder / "both.toml", "name = \"Both\"\ninclude = [\"mill.toml\", \"hill.toml\"]\n");
    std::string files;
    for (const char* name : {"mill.toml", "hill.toml", "both.toml"}) files += " '" + (folder / name).string() + "'";
    const auto results = (folder / "results.h5").string();
    const Outcome run = spires("run" + files + town + "--years 2022:2023 --replicates 2 -o '" + results + "'");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(spires("summary '" + results + "' --year 2023").out, AllOf(HasSubstr("Both in 2023, together and one by one"), HasSubstr("sum of 2 scenarios")));
    const auto json = nlohmann::json::parse(spires("summary '" + results + "' --json --year 2023").out);
    const auto find = [&](const std::string& stem) {
        for (const auto& scenario : json["scenarios"])
            if (scenario["scenario"] == stem) return scenario;
        return nlohmann::json();
    };
    EXPECT_FALSE(find("mill").contains("bundle"));
    const auto bundle = find("both")["bundle"];
    EXPECT_TRUE(bundle["whole"].get<bool>());
    const auto& row = bundle["rows"][0];
    EXPECT_EQ(row["indicator"], "healthy_life_expectancy");
    EXPECT_GT(row["together"]["mean"].get<double>(), 0.5);
    EXPECT_NEAR(row["together"]["mean"].get<double>(), row["sum_of_parts"]["mean"].get<double>(), 0.05) << "two wards without anybody in common";
}

}  // namespace
}  // namespace spires::testing
