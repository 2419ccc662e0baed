#include "reading.hpp"

namespace spires::testing {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class ScenarioParts : public ScenarioFiles {
protected:
    static std::string programme(const std::string& id, const std::string& uptake = "0.5") {
        return "[[intervention]]\nid = \"" + id + "\"\nyears = { from = 2026, to = 2028 }\nreach = 0.1\nuptake = " + uptake + "\n";
    }
    std::vector<std::string> ids(const Scenario& scenario) const {
        std::vector<std::string> ids;
        for (const auto& intervention : scenario.interventions) ids.push_back(intervention.id);
        return ids;
    }
};

TEST_F(ScenarioParts, A_file_adds_the_interventions_of_others) {
    write("a.toml", "name = \"A\"\n" + programme("walk"));
    write("b.toml", programme("talk") + programme("swim"));
    const auto both = read("name = \"Both\"\ninclude = [\n  \"a.toml\",\n  \"b.toml\",\n]\n" + programme("own"));
    EXPECT_TRUE(problems_.empty());
    EXPECT_EQ(both.name, "Both");
    EXPECT_THAT(ids(both), ElementsAre("own", "walk", "talk", "swim"));
}

TEST_F(ScenarioParts, A_file_starts_from_another_and_changes_what_it_names_again) {
    write("a.toml", programme("walk") + programme("talk"));
    const auto scenario = read("base = \"a.toml\"\n" + programme("talk", "0.9"));
    EXPECT_TRUE(problems_.empty());
    EXPECT_THAT(ids(scenario), ElementsAre("walk", "talk"));
    EXPECT_EQ(scenario.interventions[1].uptake.mean, 0.9);
}

TEST_F(ScenarioParts, The_text_kept_says_the_same_without_the_other_files) {
    write("a.toml", "# what others do\nname = \"A\"\n" + programme("walk"));
    const auto read_first = read("name = \"Both\"\ninclude = \"a.toml\"\n# own things follow\n" + programme("own"));
    std::filesystem::remove(folder_ / "a.toml");
    EXPECT_THAT(read_first.text, AllOf(HasSubstr("Both"), Not(HasSubstr("include")), Not(HasSubstr("\"A\""))));
    const auto again = read(read_first.text);
    EXPECT_TRUE(problems_.empty());
    EXPECT_EQ(again.name, "Both");
    EXPECT_EQ(ids(again), ids(read_first));
    EXPECT_EQ(again.text, read_first.text);
}

TEST_F(ScenarioParts, A_circle_is_told_with_its_way) {
    write("b.toml", "include = [\"what_if.toml\"]\n");
    EXPECT_THAT(problems_of("include = [\"b.toml\"]\n"), ElementsAre(HasSubstr("'include' goes in a circle: what_if.toml -> b.toml -> what_if.toml")));
    EXPECT_THAT(problems_of("base = \"./what_if.toml\"\n"), ElementsAre(AllOf(HasSubstr("1:8: error"), HasSubstr("what_if.toml -> what_if.toml"))));
}

TEST_F(ScenarioParts, One_id_is_one_intervention) {
    write("a.toml", programme("walk"));
    write("b.toml", programme("walk", "0.7"));
    EXPECT_THAT(problems_of("include = [\"a.toml\", \"b.toml\"]\n"), ElementsAre(AllOf(HasSubstr("the id 'walk' stands in"), HasSubstr("rename one"))));
    write("c.toml", "include = \"a.toml\"\n");
    EXPECT_THAT(problems_of("include = [\"a.toml\", \"c.toml\"]\n"), ElementsAre()) << "the same file twice is no fault";
}

TEST_F(ScenarioParts, Problems_of_an_included_file_are_told_in_that_file) {
    write("a.toml", programme("walk", "7"));
    problems_ = {};
    static_cast<void>(read_scenario(write("what_if.toml", "include = \"a.toml\"\n"), context_, problems_));
    EXPECT_THAT(problems_.lines(), ElementsAre(HasSubstr("a.toml:5:10: error: 'uptake'")));
}

}  // namespace spires::testing
