#include "reading.hpp"

#include <cmath>

namespace spires::testing {

using ::testing::ElementsAre;
using ::testing::Pair;

using Values = ScenarioFiles;

TEST_F(Values, A_sound_file_reads_as_written) {
    const Scenario scenario = read(sound);
    EXPECT_THAT(problems_.lines(), ElementsAre());
    EXPECT_EQ(scenario.stem, "what_if");
    EXPECT_EQ(scenario.name, "Physical activity");
    EXPECT_EQ(scenario.ambition, "healthier-for-longer");
    EXPECT_THAT(scenario.pillars, ElementsAre("behaviours", "places"));
    EXPECT_THAT(scenario.priorities, ElementsAre("loneliness"));
    EXPECT_EQ(scenario.text, sound);
    ASSERT_EQ(scenario.interventions.size(), 1U);
    const Intervention& intervention = scenario.interventions[0];
    EXPECT_EQ(intervention.id, "exercise-referral");
    EXPECT_EQ(intervention.from, 2026);
    EXPECT_EQ(intervention.to, 2028);
    EXPECT_EQ(intervention.reach.mean, 0.04);
    EXPECT_EQ(intervention.reach.sd, 0.01);
    EXPECT_FALSE(intervention.yearly);
    EXPECT_EQ(intervention.places, 1200);
    EXPECT_EQ(intervention.cost_per_participant.mean, 320);
    EXPECT_EQ(intervention.fixed_cost_per_year.mean, 60000);
    EXPECT_EQ(intervention.price_year, 2024);
    EXPECT_EQ(intervention.uptake_evidence.source, "pars-2023");
    EXPECT_EQ(intervention.cost_evidence.source, "anokye-2011");
    EXPECT_EQ(intervention.where.line, 5U);
}

TEST_F(Values, Eligibility_reads_as_masks) {
    const Eligibility eligible = read(sound).interventions.at(0).eligible;
    EXPECT_EQ(eligible.age_from, 18);
    EXPECT_EQ(eligible.age_to, 79);
    EXPECT_EQ(eligible.decile, 0b111U);
    EXPECT_EQ(eligible.ward, 0b110U) << "one ward by name, one by code";
    EXPECT_EQ(eligible.activity, 0b001U);
    EXPECT_EQ(eligible.sex, any_category);
}

TEST_F(Values, Every_key_of_eligible_is_read) {
    const Eligibility eligible = read(with_line(8, R"(eligible = { sex = "male", imd_decile = { from = 1, to = 3 }, ethnic_group = ["asian", "other"], smoking = ["current"], economic_status = "unemployed", qualification = ["none"], tenure = ["social_rent"], conditions = ["type_2_diabetes"], lonely = true, disabled = false, body_mass_index = { from = 30 } })")).interventions.at(0).eligible;
    EXPECT_THAT(problems_.lines(), ElementsAre());
    EXPECT_EQ(eligible.sex, 0b10U);
    EXPECT_EQ(eligible.decile, 0b111U);
    EXPECT_EQ(eligible.ethnic_group, 0b10001U);
    EXPECT_EQ(eligible.smoking, 0b010U);
    EXPECT_EQ(eligible.economic_status, 0b1000U);
    EXPECT_EQ(eligible.qualification, 0b1U);
    EXPECT_EQ(eligible.tenure, 0b1000U);
    EXPECT_EQ(eligible.conditions, 0b10U);
    EXPECT_EQ(eligible.lonely, true);
    EXPECT_EQ(eligible.disabled, false);
    EXPECT_EQ(eligible.body_mass_index_from, 30);
}

TEST_F(Values, An_effect_reads_as_written) {
    const Effect effect = read(sound).interventions.at(0).effects.at(0);
    EXPECT_EQ(effect.lever, LeverTable::of(Lever::activity_minutes));
    EXPECT_EQ(effect.change, Change::add);
    EXPECT_EQ(effect.size.mean, 45);
    EXPECT_EQ(effect.size.sd, 12);
    EXPECT_EQ(effect.onset, 0.25);
    EXPECT_EQ(effect.half_life, 2);
    EXPECT_EQ(effect.evidence.source, "madigan-2021");
}

TEST_F(Values, A_figure_is_assumed_until_the_file_says_otherwise) {
    EXPECT_EQ(read(sound).interventions.at(0).effects.at(0).evidence.standing, Standing::assumed);
    const Intervention uptake = read(with_line(10, "uptake = { mean = 0.5, evidence = \"pars-2023\", standing = \"published\" }")).interventions.at(0);
    EXPECT_EQ(uptake.uptake_evidence.standing, Standing::published);
    EXPECT_EQ(uptake.reach_evidence.standing, Standing::assumed);
    const Intervention rest = read(with_line(12, "cost = { per_participant = 5, evidence = \"pars-2023\", standing = \"fitted\" }")).interventions.at(0);
    EXPECT_EQ(rest.cost_evidence.standing, Standing::fitted);
    EXPECT_EQ(read(with_line(18, "  evidence = \"madigan-2021\"\n  standing = \"published\"")).interventions.at(0).effects.at(0).evidence.standing, Standing::published);
    EXPECT_THAT(problems_.lines(), ElementsAre());
}

TEST_F(Values, An_effect_can_stay_for_ever) {
    EXPECT_TRUE(std::isinf(read(with_line(17, "half_life = \"none\"")).interventions.at(0).effects.at(0).half_life));
    EXPECT_THAT(problems_.lines(), ElementsAre());
}

TEST_F(Values, A_value_by_decile_falls_back_on_the_mean_of_those_named) {
    const Value uptake = read(sound).interventions.at(0).uptake;
    EXPECT_EQ(uptake.at(0, 40, 1), 0.55);
    EXPECT_EQ(uptake.at(2, 40, 1), 0.60);
    EXPECT_NEAR(uptake.at(9, 40, 1), (0.55 + 0.58 + 0.60) / 3, 1e-12) << "someone who moved after joining";
}

TEST_F(Values, A_value_by_age_holds_from_each_age_on) {
    const Value uptake = read(with_line(10, "uptake = { by_age = { 65 = 0.3, 18 = 0.6 } }")).interventions.at(0).uptake;
    EXPECT_THAT(problems_.lines(), ElementsAre());
    EXPECT_THAT(uptake.by_age, ElementsAre(Pair(18, 0.6), Pair(65, 0.3)));
    EXPECT_EQ(uptake.at(0, 64, 0), 0.6);
    EXPECT_EQ(uptake.at(0, 65, 0), 0.3);
    EXPECT_EQ(uptake.at(0, 10, 0), 0.6);
}

TEST_F(Values, A_value_by_ward_takes_names_and_codes) {
    const Value uptake = read(with_line(10, "uptake = { by_ward = { Foleshill = 0.3, E05001226 = 0.5 } }")).interventions.at(0).uptake;
    EXPECT_THAT(problems_.lines(), ElementsAre());
    EXPECT_EQ(uptake.at(0, 40, 1), 0.3);
    EXPECT_EQ(uptake.at(0, 40, 2), 0.5);
    EXPECT_EQ(uptake.at(0, 40, 0), 0.4);
}

TEST_F(Values, A_size_may_differ_by_decile) {
    const Effect effect = read(with_line(15, "change = { add = { by_imd_decile = { 1 = 30, 2 = 40, 3 = 50 }, sd = 3 } }")).interventions.at(0).effects.at(0);
    EXPECT_THAT(problems_.lines(), ElementsAre());
    EXPECT_EQ(effect.size.at(1, 40, 1), 40);
    EXPECT_EQ(effect.size.sd, 3);
}

TEST_F(Values, Only_deciles_with_people_need_a_value) {
    static_cast<void>(read(with_line(8, "eligible = { ward = \"Bablake\" }")));
    EXPECT_THAT(problems_.lines(), ElementsAre(::testing::HasSubstr("no value for decile 5, 8"))) << "Bablake has no others";
}

TEST_F(Values, A_programme_without_effect_is_allowed) {
    const std::string text = sound.substr(0, sound.find("  [[intervention.effect]]"));
    EXPECT_TRUE(read(text).interventions.at(0).effects.empty());
    EXPECT_THAT(problems_.lines(), ElementsAre());
}

TEST_F(Values, A_short_file_takes_its_name_from_the_file) {
    EXPECT_EQ(read("").name, "what_if");
    EXPECT_THAT(problems_.lines(), ElementsAre());
}

TEST_F(Values, Windows_line_ends_and_a_byte_order_mark_do_no_harm) {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : sound) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(read(text).interventions.size(), 1U);
    EXPECT_THAT(problems_.lines(), ElementsAre());
}

}  // namespace spires::testing
