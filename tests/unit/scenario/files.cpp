#include "reading.hpp"

namespace spires::testing {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ScenarioSets : public ScenarioFiles {
protected:
    /// What reading these files throws: exit code and text, or 0.
    std::pair<int, std::string> failure(const std::vector<std::filesystem::path>& files) const {
        try {
            static_cast<void>(read_scenarios(files, context_));
        } catch (const UserError& error) {
            return {static_cast<int>(error.code()), error.what()};
        }
        return {0, ""};
    }
    std::vector<std::string> stems(const std::vector<std::filesystem::path>& files) const {
        std::vector<std::string> stems;
        for (const auto& scenario : read_scenarios(files, context_)) stems.push_back(scenario.stem);
        return stems;
    }
};

TEST_F(ScenarioSets, A_missing_file_is_exit_66) {
    const auto [code, text] = failure({folder_ / "nowhere.toml"});
    EXPECT_EQ(code, 66);
    EXPECT_THAT(text, HasSubstr("nowhere.toml: error: cannot read this file"));
    EXPECT_EQ(failure({folder_}).first, 66) << "a folder is no file";
}

TEST_F(ScenarioSets, The_first_error_of_syntax_is_exit_65) {
    const auto [code, text] = failure({write("a.toml", "name = \"x\"\npillars = [\"a\" \"b\"]\n= 3\n")});
    EXPECT_EQ(code, 65);
    EXPECT_THAT(text, HasSubstr("a.toml:2:16: error: "));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("\n"))) << "one error of syntax only";
    Problems problems;
    EXPECT_THROW(static_cast<void>(read_scenario(folder_ / "a.toml", context_, problems)), UserError);
}

TEST_F(ScenarioSets, A_key_given_twice_is_an_error_of_syntax) {
    EXPECT_THAT(failure({write("a.toml", "name = \"x\"\nname = \"y\"\n")}).second, HasSubstr("a.toml:2:"));
}

TEST_F(ScenarioSets, Problems_of_all_files_are_told_together) {
    const auto [code, text] = failure({write("a.toml", with_line(9, "reach = 4")), write("b.toml", with_line(11, "places = -1"))});
    EXPECT_EQ(code, 65);
    EXPECT_THAT(text, AllOf(HasSubstr("a.toml:9:9: error"), HasSubstr("b.toml:11:10: error")));
}

TEST_F(ScenarioSets, Two_files_of_one_stem_are_refused) {
    std::filesystem::create_directories(folder_ / "other");
    const auto [code, text] = failure({write("a.toml", sound), write("other/a.toml", sound)});
    EXPECT_EQ(code, 65);
    EXPECT_THAT(text, HasSubstr("would both be called 'a' in the results; rename one"));
}

TEST_F(ScenarioSets, The_baseline_comes_first_and_once) {
    EXPECT_THAT(stems({}), ElementsAre("baseline"));
    EXPECT_THAT(stems({write("a.toml", sound)}), ElementsAre("baseline", "a"));
    EXPECT_THAT(stems({write("a.toml", sound), write("baseline.toml", "name = \"As it is\""), write("empty.toml", "")}),
                ElementsAre("baseline", "a"));
    EXPECT_EQ(read_scenarios({folder_ / "baseline.toml"}, context_).front().name, "As it is");
}

TEST_F(ScenarioSets, A_baseline_with_interventions_is_refused) {
    EXPECT_THAT(failure({write("baseline.toml", sound)}).second, HasSubstr("baseline.toml:5:1: error: baseline.toml is the world without"));
}

TEST_F(ScenarioSets, The_same_id_may_stand_in_two_files) {
    EXPECT_THAT(stems({write("a.toml", sound), write("b.toml", sound)}), ElementsAre("baseline", "a", "b"));
}

TEST_F(ScenarioSets, Source_keys_come_from_sources_toml) {
    write("sources.toml", "[source.madigan-2021]\ntitle = \"A trial\"\nyear = 2021\n[source.pars]\n[table.\"places.csv\"]\nsource = [\"pars\"]\n");
    EXPECT_THAT(read_source_keys(folder_), ElementsAre("madigan-2021", "pars"));
}

using Levers = ScenarioFiles;

TEST_F(Levers, Positions_and_names_agree) {
    EXPECT_EQ(levers_[LeverTable::of(Lever::smoking_quitting)].name, "smoking.quitting");
    EXPECT_EQ(levers_[LeverTable::of(Lever::good_health)].name, "good_health");
    EXPECT_EQ(levers_[levers_.incidence(1)].name, "type_2_diabetes.incidence");
    EXPECT_EQ(levers_[levers_.recovery(2)].name, "anxiety_or_depression.recovery");
    EXPECT_EQ(levers_[levers_.case_fatality(0)].name, "coronary_heart_disease.case_fatality");
    EXPECT_EQ(levers_[levers_.service_rate(1)].name, "emergency_admissions.rate");
    EXPECT_EQ(levers_.size(), fixed_levers + 3 * 3 + 2);
    for (std::size_t i = 0; i < levers_.size(); ++i) {
        EXPECT_FALSE(levers_[i].unit.empty());
        EXPECT_FALSE(levers_[i].description.empty());
        for (const auto& change : levers_[i].changes) EXPECT_LT(change.low, change.high);
    }
}

}  // namespace spires::testing
