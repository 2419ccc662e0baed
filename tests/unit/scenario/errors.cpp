#include "reading.hpp"

namespace spires::testing {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// One mistake: the line that replaces a line of the sound file, and what the user is told.
struct Mistake {
    std::string name;
    std::size_t line;
    std::string text;
    std::string place;    ///< "line:column"
    std::string message;  ///< a part of it
};
void PrintTo(const Mistake& mistake, std::ostream* stream) { *stream << mistake.line << ": " << mistake.text; }

class Mistakes : public ScenarioFiles, public ::testing::WithParamInterface<Mistake> {};

TEST_P(Mistakes, are_told_with_place_and_way_out) {
    const Mistake& mistake = GetParam();
    EXPECT_THAT(problems_of(with_line(mistake.line, mistake.text)),
                ElementsAre(AllOf(StartsWith(mistake.place + ": error: "), HasSubstr(mistake.message))));
}

const std::vector<Mistake> of_the_heading{
    {"unknown_key", 1, "nmae = \"x\"", "1:1", "unknown key 'nmae'; did you mean 'name'?"},
    {"name_not_text", 1, "name = 3", "1:8", "'name' must be text in quotes, found 3"},
    {"unknown_ambition", 2, "ambition = \"healthier\"", "2:12", "known: healthier-for-longer, children-and-young-people, connected-communities"},
    {"unknown_pillar", 3, "pillars = [\"behavior\"]", "3:12", "unknown pillar 'behavior'; did you mean 'behaviours'?"},
    {"unknown_priority", 4, "priority = [\"loneliness\", \"lonely\"]", "4:27", "unknown priority 'lonely'"},
    {"base", 1, "base = \"other.toml\"", "1:8", "'base' names other.toml, which is not there"},
    {"include", 1, "include = [\"a.toml\"]", "1:12", "'include' names a.toml, which is not there"},
    {"base_of_another_type", 1, "base = 3", "1:8", "'base' must be text"},
    {"assumptions_not_a_table", 4, "assumptions = 3", "4:15", "'assumptions' must be a table, [assumptions], found"},
    {"single_brackets", 5, "[intervention]", "5:1", "write [[intervention]] with two brackets"},
};

const std::vector<Mistake> of_the_intervention{
    {"no_id", 6, "", "5:1", "'id' is missing"},
    {"odd_id", 6, "id = \"Exercise Referral\"", "6:6", "'id' must be lower-case letters"},
    {"unknown_key", 11, "place = 1200", "11:1", "unknown key 'place'; did you mean 'places'?"},
    {"no_years", 7, "", "5:1", "'years' is missing; write years = { from = 2026, to = 2028 }"},
    {"years_without_end", 7, "years = { from = 2026 }", "7:9", "'to' is missing"},
    {"years_reversed", 7, "years = { from = 2028, to = 2026 }", "7:18", "'years' runs backwards, from 2028 to 2026"},
    {"years_before_the_run", 7, "years = { from = 2021, to = 2026 }", "7:18", "'years.from' 2021 lies outside the run, whose years are 2022 to 2042"},
    {"years_after_the_run", 7, "years = { from = 2026, to = 2043 }", "7:29", "'years.to' 2043 lies outside the run"},
    {"years_not_whole", 7, "years = { from = 2026.5, to = 2028 }", "7:18", "'years.from' must be a whole number, found 2026.5"},
    {"years_no_range", 7, "years = 2026", "7:9", "'years' must be a table { from = … }, found 2026"},
    {"no_reach", 9, "", "5:1", "'reach' is missing"},
    {"reach_above_one", 9, "reach = 4", "9:9", "'reach' must be a number between 0 and 1, found 4"},
    {"reach_is_nan", 9, "reach = nan", "9:9", "'reach' must be a number between 0 and 1"},
    {"reach_no_number", 9, "reach = \"4 %\"", "9:9", "'reach' must be a number between 0 and 1, found text '4 %'"},
    {"negative_spread", 9, "reach = { mean = 0.04, sd = -0.01 }", "9:29", "'reach.sd' must be a number of at least 0, found -0.01"},
    {"spread_too_wide", 9, "reach = { mean = 0.04, sd = 0.5 }", "9:9", "wider than a share can have"},
    {"no_uptake", 10, "", "5:1", "'uptake' is missing; give the share of those offered it who take part; it is never assumed"},
    {"mean_and_by", 10, "uptake = { mean = 0.5, by_imd_decile = { 1 = 0.5, 2 = 0.5, 3 = 0.5 } }", "10:40", "'uptake' has both 'mean' and 'by_imd_decile'"},
    {"two_by", 10, "uptake = { by_imd_decile = { 1 = 0.5, 2 = 0.5, 3 = 0.5 }, by_age = { 0 = 0.5 } }", "10:68", "'uptake' has both 'by_imd_decile' and 'by_age'"},
    {"no_value", 10, "uptake = { sd = 0.1 }", "10:10", "'uptake' has no value"},
    {"decile_missing", 10, "uptake = { by_imd_decile = { 1 = 0.5, 3 = 0.5 } }", "10:28", "'uptake' by decile has no value for decile 2, which 'eligible' lets in"},
    {"decile_eleven", 10, "uptake = { by_imd_decile = { 1 = 0.5, 2 = 0.5, 3 = 0.5, 11 = 0.5 } }", "10:57", "a key of 'by_imd_decile' must be a whole number between 1 and 10, found '11'"},
    {"decile_share", 10, "uptake = { by_imd_decile = { 1 = 0.5, 2 = 1.5, 3 = 0.5 } }", "10:43", "'2' must be a number between 0 and 1, found 1.5"},
    {"age_missing", 10, "uptake = { by_age = { 25 = 0.5 } }", "10:21", "no value for ages 18 to 24"},
    {"ward_missing", 10, "uptake = { by_ward = { Foleshill = 0.5 } }", "10:22", "no value for Longford"},
    {"ward_unknown", 10, "uptake = { by_ward = { Foleshill = 0.5, Longford = 0.5, Bablak = 0.1 } }", "10:57", "unknown ward 'Bablak'; did you mean 'Bablake'?"},
    {"uptake_evidence", 10, "uptake = { mean = 0.5, evidence = \"pars-2022\" }", "10:35", "unknown evidence 'pars-2022'; did you mean 'pars-2023'?"},
    {"repeat", 11, "repeat = \"year\"", "11:10", "unknown repeat 'year'; did you mean 'yearly'? known: once, yearly"},
    {"negative_places", 11, "places = -1", "11:10", "'places' must be a whole number between 0 and 10000000, found -1"},
    {"half_a_place", 11, "places = 0.5", "11:10", "'places' must be a whole number"},
    {"no_places", 11, "places = 0", "11:10", "'places' is 0 although people take it up"},
    {"places_that_nobody_takes", 10, "uptake = 0", "11:10", "'places' is 1200 but 'uptake' is 0"},
    {"places_that_no_decile_takes", 10, "uptake = { by_imd_decile = { 1 = 0, 2 = 0, 3 = 0 } }", "11:10", "'places' is 1200 but 'uptake' is 0"},
    {"places_that_nobody_is_offered", 9, "reach = 0", "11:10", "'places' is 1200 but 'reach' is 0"},
    {"negative_cost", 12, "cost = { per_participant = -5 }", "12:28", "'per_participant' must be a number between 0"},
    {"cost_key", 12, "cost = { per_person = 5 }", "12:10", "unknown key 'per_person'"},
    {"fixed_cost_by_decile", 12, "cost = { fixed_per_year = { by_imd_decile = { 1 = 5 } } }", "12:45", "'fixed_per_year' is one sum for the city"},
    {"price_year", 12, "cost = { per_participant = 5, price_year = 24 }", "12:44", "'price_year' must be a whole number between 1990 and 2060, found 24"},
};

const std::vector<Mistake> of_eligible{
    {"unknown_key", 8, "eligible = { ages = { from = 18 }, imd_decile = [1, 2, 3] }", "8:14", "unknown key 'ages'; did you mean 'age'?"},
    {"unknown_ward", 8, "eligible = { imd_decile = [1, 2, 3], ward = [\"Folleshill\"] }", "8:46", "unknown ward 'Folleshill'; did you mean 'Foleshill'?"},
    {"unknown_code", 8, "eligible = { imd_decile = [1, 2, 3], ward = [\"E05001232\"] }", "8:46", "did you mean 'E0500"},
    {"decile_eleven", 8, "eligible = { imd_decile = [1, 2, 3, 11] }", "8:37", "'imd_decile' must be a whole number between 1 and 10, found 11"},
    {"decile_zero", 8, "eligible = { imd_decile = { from = 0, to = 3 } }", "8:36", "'imd_decile.from' must be a whole number between 1 and 10, found 0"},
    {"age_negative", 8, "eligible = { age = { from = -1 }, imd_decile = [1, 2, 3] }", "8:29", "'age.from' must be a whole number between 0 and 120"},
    {"age_reversed", 8, "eligible = { age = { from = 30, to = 20 }, imd_decile = [1, 2, 3] }", "8:29", "'age' runs backwards, from 30 to 20"},
    {"age_a_list", 8, "eligible = { age = [18, 19], imd_decile = [1, 2, 3] }", "8:20", "'age' must be a table { from = … }, found a list"},
    {"sex_unknown", 8, "eligible = { sex = \"women\", imd_decile = [1, 2, 3] }", "8:20", "known: female, male"},
    {"activity_unknown", 8, "eligible = { activity = [\"idle\"], imd_decile = [1, 2, 3] }", "8:26", "known: inactive, fairly_active, active"},
    {"empty_list", 8, "eligible = { smoking = [], imd_decile = [1, 2, 3] }", "8:24", "'smoking' is an empty list"},
    {"condition_unknown", 8, "eligible = { conditions = [\"type_1_diabetes\"], imd_decile = [1, 2, 3] }", "8:28", "unknown condition 'type_1_diabetes'; did you mean 'type_2_diabetes'?"},
    {"lonely_not_boolean", 8, "eligible = { lonely = \"yes\", imd_decile = [1, 2, 3] }", "8:23", "'lonely' must be true or false, found text 'yes'"},
    {"body_mass_index_a_number", 8, "eligible = { body_mass_index = 30, imd_decile = [1, 2, 3] }", "8:32", "'body_mass_index' must be a table { from = … }, found 30"},
    {"body_mass_index_low", 8, "eligible = { body_mass_index = { from = 3 }, imd_decile = [1, 2, 3] }", "8:41", "'body_mass_index.from' must be a number between 10 and 80"},
    {"no_table", 8, "eligible = \"everyone\"", "8:12", "'eligible' must be a table"},
};

const std::vector<Mistake> of_the_effect{
    {"unknown_lever", 14, "  lever = \"activity.minutes\"", "14:11", "unknown lever 'activity.minutes'"},
    {"near_lever", 14, "  lever = \"activity.minutes_a_week\"", "14:11", "did you mean 'activity.minutes_per_week'?"},
    {"no_lever", 14, "", "13:3", "'lever' is missing; name what moves; `spires list levers` shows all"},
    {"no_change", 15, "", "13:3", "'change' is missing"},
    {"kind_not_allowed", 15, "  change = { odds_ratio = 1.2 }", "15:27", "the lever 'activity.minutes_per_week' does not take 'odds_ratio'; it takes add"},
    {"two_kinds", 15, "  change = { add = 45, multiply = 1.2 }", "15:35", "'change' has both 'add' and 'multiply'"},
    {"no_kind", 15, "  change = { sd = 12 }", "15:12", "'change' has no size; give one of add, multiply, odds_ratio, rate_ratio, set"},
    {"unknown_kind", 15, "  change = { add = 45, hazard_ratio = 1.2 }", "15:24", "unknown key 'hazard_ratio'"},
    {"beyond_range", 15, "  change = { add = 4500 }", "15:20", "'add' must be a number between -600 and 600, found 4500"},
    {"not_acted_on", 15, "  change = { set = 150 }", "15:20", "does not take 'set'; it takes add"},
    {"spread_twice", 15, "  change = { add = { mean = 45, sd = 3 }, sd = 12 }", "15:48", "'sd' stands twice"},
    {"negative_spread", 15, "  change = { add = 45, sd = -1 }", "15:29", "'sd' must be a number of at least 0"},
    {"spread_past_the_lever", 15, "  change = { add = 45, sd = 400 }", "15:12", "the 95 % limits of 'add' are -739 and 829, outside -600 to 600"},
    {"negative_onset", 16, "  onset = -1", "16:11", "'onset' must be a number between 0 and 50, found -1"},
    {"no_half_life", 17, "", "13:3", "'half_life' is missing; give the years until half the effect is left, or \"none\""},
    {"half_life_zero", 17, "  half_life = 0", "17:15", "'half_life' must be a number above 0 and up to 200, found 0"},
    {"half_life_word", 17, "  half_life = \"never\"", "17:15", "'half_life' must be a number of years or \"none\", found 'never'"},
    {"no_evidence", 18, "", "13:3", "'evidence' is missing; name the key of sources.toml this effect rests on"},
    {"unknown_evidence", 18, "  evidence = \"madigan-2012\"", "18:14", "unknown evidence 'madigan-2012'; did you mean 'madigan-2021'?"},
};

const auto name_of_mistake = [](const auto& test) { return test.param.name; };
INSTANTIATE_TEST_SUITE_P(heading, Mistakes, ::testing::ValuesIn(of_the_heading), name_of_mistake);
INSTANTIATE_TEST_SUITE_P(intervention, Mistakes, ::testing::ValuesIn(of_the_intervention), name_of_mistake);
INSTANTIATE_TEST_SUITE_P(eligible, Mistakes, ::testing::ValuesIn(of_eligible), name_of_mistake);
INSTANTIATE_TEST_SUITE_P(effect, Mistakes, ::testing::ValuesIn(of_the_effect), name_of_mistake);

using SeveralMistakes = ScenarioFiles;

TEST_F(SeveralMistakes, a_ratio_has_a_range_of_its_own) {
    std::string text = with_line(15, "  change = { rate_ratio = 0 }");
    text.replace(text.find("activity.minutes_per_week"), 25, "smoking.quitting");
    EXPECT_THAT(problems_of(text), ElementsAre(HasSubstr("15:27: error: 'rate_ratio' must be a number between 0.05 and 20, found 0")));
}

TEST_F(SeveralMistakes, of_one_file_are_told_together_in_its_order) {
    std::string text = with_line(9, "reach = 4");
    text.replace(text.find("onset = 0.25"), 12, "onset = -1.0");
    text.replace(text.find("name = "), 4, "nmae");
    EXPECT_THAT(problems_of(text), ElementsAre(HasSubstr("unknown key 'nmae'"), HasSubstr("'reach'"), HasSubstr("'onset'")));
}

TEST_F(SeveralMistakes, an_effect_that_stays_needs_its_evidence) {
    std::string text = with_line(18, "");
    text.replace(text.find("half_life = 2.0"), 15, "half_life = \"none\"");
    EXPECT_THAT(problems_of(text), ElementsAre(AllOf(StartsWith("13:3: error: 'evidence' is missing"), HasSubstr("half_life = \"none\""))));
}

TEST_F(SeveralMistakes, one_id_cannot_name_two_interventions) {
    const std::string second = "[[intervention]]\nid = \"exercise-referral\"\nyears = { from = 2030, to = 2031 }\nreach = 0.1\nuptake = 0.5\n";
    EXPECT_THAT(problems_of(sound + second), ElementsAre(AllOf(StartsWith("20:6: error: the id 'exercise-referral' is taken by the intervention in line 6"))));
}

}  // namespace spires::testing
