#include "commands/check.hpp"
#include "commands/columns.hpp"
#include "commands/command_line.hpp"
#include "commands/list.hpp"
#include "commands/schema.hpp"
#include "core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace spires::testing {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// A folder of the smallest input tables and one scenario.
class ScenarioCommands : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(::testing::TempDir()) / (std::string("spires_commands_") + test->name());
        std::filesystem::create_directories(folder_ / "scenarios");
        write("city.csv", "city_code,city\nE08000026,Coventry\n");
        write("wards.csv", "ward_code,ward,constituency,easting,northing\nE05001223,Foleshill,North East,1,1\nE05001226,Longford,North East,1,1\n");
        write("places.csv", "place,place_name,ward_code,imd_rank,imd_decile,residents,loneliness_rank\n"
                            "E01000001,A,E05001223,100,1,1500,0.5\nE01000002,B,E05001226,9000,3,1600,0.2\n");
        write("conditions.csv", "condition,label,sex,age_from,age_to\nstroke,Stroke,all,30,100\n");
        write("services.csv", "service,label,age_from,age_to,total,unit_cost,price_year\ngp_contacts,Contacts with a GP,0,100,1200000,38.5,2022\n");
        write("parameters.csv", "parameter,value,lower,upper,distribution,unit,description,source,standing\nhouseholds,138500,138500,138500,fixed,households,Private households,own,assumed\n");
        write("prices.csv", "year,index\n2019,90\n2022,100\n2024,110\n");
        write("sources.toml", "[source.trial]\ntitle = \"A trial of walking\"\npublisher = \"BMJ\"\nyear = \"2021\"\nstanding = \"published\"\n");
        write("scenarios/walk.toml", R"(name = "Walking"
ambition = "healthier-for-longer"
[[intervention]]
id = "walk"
years = { from = 2026, to = 2027 }
eligible = { age = { from = 18 }, activity = "inactive", ward = "Foleshill" }
reach = 0.1
uptake = { mean = 0.5, evidence = "trial" }
cost = { per_participant = 100, fixed_per_year = 60000, price_year = 2024 }
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = { add = 45, sd = 12 }
  half_life = 2
  evidence = "trial"
)");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

    template <class Command>
    std::string output(Command command, std::vector<std::string> words) const {
        words.insert(words.end(), {"--inputs", folder_.string()});
        ::testing::internal::CaptureStdout();
        const int code = command(words);
        std::string text = ::testing::internal::GetCapturedStdout();
        EXPECT_EQ(code, 0);
        return text;
    }
    std::string list(const std::string& what) const {
        return output(list_command, {what, "--scenarios", (folder_ / "scenarios").string()});
    }
    std::filesystem::path folder_;
};

/// A thousand people, half of them in Foleshill, two in five inactive.
void with_people(const std::filesystem::path&, const Places&, const std::function<void(const PeopleToday&)>& then) {
    Population population;
    Block& block = population.blocks.emplace_back();
    block.households.append();
    for (std::size_t i = 0; i < 1000; ++i) {
        block.people.append();
        block.people.place[i] = static_cast<std::uint16_t>(i % 2);
        block.people.birth_year[i] = 1980;
    }
    then({population, 2022, [](const Block&, std::size_t row) { return Measures{row < 400 ? 0.0 : 200.0, 25}; }});
}

TEST_F(ScenarioCommands, Check_explains_in_words_and_counts) {
    const auto check = [](const std::vector<std::string>& words) { return check_command(words, with_people); };
    const std::string text = output(check, {(folder_ / "scenarios/walk.toml").string()});
    EXPECT_THAT(text, AllOf(HasSubstr("Walking (walk)"), HasSubstr("People are healthier and independent for longer"),
                            HasSubstr("people aged 18 and over, inactive, living in Foleshill"),
                            HasSubstr("200 of 1,000 people in 2022 (20.0 %)"), HasSubstr("Foleshill       200")));
    EXPECT_THAT(text, AllOf(HasSubstr("19 in total"), HasSubstr("2026            10            0  61,000"),
                            HasSubstr("about 60,954 pounds a year, 121,909 in total, at prices of 2024"),
                            HasSubstr("100 pounds a participant and 60,000 a year")));
    EXPECT_THAT(text, AllOf(HasSubstr("adds 45 (sd 12) minutes a week to moderate or vigorous physical activity; in full at once, then half is left after 2 years"),
                            HasSubstr("evidence: A trial of walking (BMJ, 2021), published")));
}

TEST_F(ScenarioCommands, Check_without_people_leaves_counts_out) {
    const auto check = [](const std::vector<std::string>& words) { return check_command(words); };
    EXPECT_THAT(output(check, {(folder_ / "scenarios/walk.toml").string()}), AllOf(HasSubstr("who "), Not(HasSubstr("eligible "))));
    write("scenarios/baseline.toml", "");
    EXPECT_THAT(output(check, {(folder_ / "scenarios/baseline.toml").string()}), HasSubstr("this is the baseline"));
}

TEST_F(ScenarioCommands, Check_knows_the_years_of_the_run) {
    EXPECT_THROW(static_cast<void>(check_command({(folder_ / "scenarios/walk.toml").string(), "--years", "2027:2030", "--inputs", folder_.string()})), UserError);
}

TEST_F(ScenarioCommands, Lists_show_names_units_ranges_and_base_values) {
    EXPECT_THAT(list("levers"), AllOf(HasSubstr("activity.minutes_per_week  minutes a week   add -600 to 600"),
                                      HasSubstr("stroke.case_fatality"), HasSubstr("gp_contacts.rate")));
    EXPECT_THAT(list("areas"), AllOf(HasSubstr("E08000026  city        Coventry"), HasSubstr("3,100"), HasSubstr("E05001223  ward        Foleshill"), HasSubstr("IMD03")));
    EXPECT_THAT(list("scenarios"), HasSubstr("walk      healthier-for-longer           Walking"));
    EXPECT_THAT(list("services"), HasSubstr("gp_contacts  0-100      1,200,000        38.50       2022  Contacts with a GP"));
    EXPECT_THAT(list("conditions"), HasSubstr("stroke     all  30-100  Stroke"));
    EXPECT_THAT(list("parameters"), HasSubstr("households  138500  138500 to 138500  households  assumed"));
    EXPECT_THAT(list("pillars"), HasSubstr("integrated-care"));
    EXPECT_THAT(list("priorities"), HasSubstr("employment-and-homelessness"));
    EXPECT_THAT(list("ambitions"), HasSubstr("connected-communities"));
}

TEST_F(ScenarioCommands, Schema_is_printed) {
    EXPECT_THAT(output(schema_command, {}), AllOf(HasSubstr("draft-07"), HasSubstr("\"stroke.incidence\""), HasSubstr("E05001226")));
}

/// The exit code that a command would end with.
template <class Command>
int exit_of(Command command, const std::vector<std::string>& words) {
    try {
        return command(words);
    } catch (const UserError& error) {
        return static_cast<int>(error.code());
    }
}

TEST_F(ScenarioCommands, Wrong_usage_is_exit_64) {
    const auto check = [](const std::vector<std::string>& words) { return check_command(words); };
    EXPECT_EQ(exit_of(check, {}), 64);
    EXPECT_EQ(exit_of(check, {"a.toml", "--input", "x"}), 64) << "options are not guessed";
    EXPECT_EQ(exit_of(check, {"a.toml", "--years", "2043:2022"}), 64);
    EXPECT_EQ(exit_of(list_command, {}), 64);
    EXPECT_EQ(exit_of(list_command, {"lever"}), 64);
    EXPECT_EQ(exit_of(schema_command, {"something"}), 64);
    EXPECT_EQ(exit_of(check, {"a.toml", "--inputs", (folder_ / "nowhere").string()}), 66);
    EXPECT_EQ(exit_of(check, {(folder_ / "nowhere.toml").string(), "--inputs", folder_.string()}), 66);
}

TEST_F(ScenarioCommands, Help_has_an_example) {
    EXPECT_THAT(output(list_command, {"--help"}), HasSubstr("example: spires list levers"));
    EXPECT_THAT(output(schema_command, {"-h"}), HasSubstr("example: spires schema"));
}

TEST(Columns, Are_aligned_by_characters_not_bytes) {
    std::ostringstream out;
    print_columns(out, {"unit", "n"}, {{"kg/m²", "1"}, {"years", "12"}}, "lr");
    EXPECT_EQ(out.str(), "unit    n\nkg/m²   1\nyears  12\n");
}

}  // namespace spires::testing
