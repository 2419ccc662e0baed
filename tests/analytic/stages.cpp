// A closed cohort with and without screening: how late its cancers are found, and how long it lives with them.

#include "processes/mortality.hpp"
#include "support/city.hpp"
#include "support/small_model.hpp"

#include "interventions/overlay.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires::testing {
namespace {

constexpr std::size_t people = 120'000;
constexpr double incidence = 0.05, fatality = 0.1, late_share = 0.3, fatality_ratio = 4.0, odds_ratio = 0.5, share_covered = 0.6;

/// One cancer of all ages, found late in three cases of ten, and a programme that halves the odds of that.
Inputs cancer_inputs() {
    Inputs inputs = invented_inputs();
    inputs.parameters = Parameters::read(city::inputs());
    inputs.mortality = Mortality::read(city::inputs());
    inputs.health.conditions = {invented_condition("cancer", incidence, 0.0)};
    for (auto& by_age : inputs.health.conditions[0].fatality) by_age.fill(fatality);
    inputs.health.stages = {{0, late_share, fatality_ratio}};
    ScreeningProgramme programme;
    programme.name = "screening";
    programme.share.fill(share_covered);
    inputs.health.screening = {programme};
    inputs.health.screening_effects = {{0, "cancer", "", ScreeningMoves::late_stage, odds_ratio, odds_ratio, odds_ratio}};
    return inputs;
}

bool is_covered(std::size_t row) { return row % 5 < 3; }  // three in five, of both sexes and places alike

TEST(Stages, keep_the_mean_of_the_table_whatever_the_share_covered) {
    const Inputs inputs = cancer_inputs();
    const auto stage = solve_stages(inputs.health, inputs.mortality, inputs.base_year, {odds_ratio}).at(0);
    for (const int age : {40, 75}) {
        const auto mean = [&](const std::vector<float>& shares) {
            return (1 - share_covered) * static_cast<double>(shares[stage.stratum(Sex::female, age, 3, 0)]) + share_covered * static_cast<double>(shares[stage.stratum(Sex::female, age, 3, 1)]);
        };
        EXPECT_NEAR(mean(stage.at_diagnosis), late_share, 1e-6);
        const double among_ill = mean(stage.among_ill);
        EXPECT_LT(among_ill, late_share) << "who is found late lives shorter";
        const auto at = static_cast<std::size_t>(age) * 2;
        EXPECT_NEAR((1 - among_ill) * static_cast<double>(stage.fatality[at]) + among_ill * static_cast<double>(stage.fatality[at + 1]), 1, 1e-6);
        EXPECT_NEAR(static_cast<double>(stage.fatality[at + 1] / stage.fatality[at]), fatality_ratio, 1e-5);
    }
}

TEST(Stages, of_new_cases_are_late_by_the_odds_ratio_of_screening_less_often) {
    for (const std::uint64_t seed : {1U, 2U}) {
        const Inputs inputs = cancer_inputs();
        Population cohort = invented_people(people);
        auto& columns = cohort.blocks[0].people;
        for (std::size_t row = 0; row < people; ++row) columns.covered[row] = is_covered(row) ? 1 : 0;
        IllnessOnly illness(inputs, cohort, {seed, 0});
        for (int year = 0; year < 3; ++year) illness.advance();
        double late[2]{}, cases[2]{};
        for (std::size_t row = 0; row < people; ++row) {
            const bool found_late = (columns.conditions[row] & late_stage(0)) != 0;
            ASSERT_TRUE(columns.has(row, 0) || !found_late);
            cases[is_covered(row)] += columns.has(row, 0);
            late[is_covered(row)] += found_late;
        }
        const auto odds = [&](bool covered) { return late[covered] / (cases[covered] - late[covered]); };
        EXPECT_NEAR(odds(true) / odds(false), odds_ratio, 0.06) << seed;
        EXPECT_NEAR((late[0] + late[1]) / (cases[0] + cases[1]), late_share, 0.02) << seed;
    }
}

/// Deaths of a year among people who all have the cancer and die of nothing else.
TEST(Stages, decide_how_many_die_of_it_and_keep_their_mean) {
    const Inputs inputs = cancer_inputs();
    auto draw = ParameterDraw::central();
    Model model{&inputs, inputs.parameters, RiskModel(inputs.health, inputs.parameters, draw), {}, {}, {}, {}, {}};
    model.mortality.fatality = {inputs.health.conditions[0].fatality};
    for (auto& by_sex : model.mortality.mean_ratio)
        for (auto& by_band : by_sex) by_band.fill(1.0);
    for (auto& by_age : model.mortality.trend.emplace_back()) by_age.fill(1.0);
    model.stages = solve_stages(inputs.health, inputs.mortality, inputs.base_year, {odds_ratio});
    const auto& stage = model.stages[0];

    Population cohort = invented_people(people);
    auto& columns = cohort.blocks[0].people;
    const RandomKey key{3, 0};
    std::ranges::fill(columns.conditions, 1U);
    for (std::size_t row = 0; row < people; ++row) {
        columns.covered[row] = is_covered(row) ? 1 : 0;
        const auto stratum = stage.stratum(columns.sex[row], 40, inputs.places.decile_of[columns.place[row]], columns.covered[row]);
        if (happens(stage.word(key, columns.id[row], inputs.base_year), static_cast<double>(stage.among_ill[stratum]))) columns.conditions[row] |= stage.late;
    }
    const LeverTable levers(inputs.health.condition_names(), inputs.health.service_names(), inputs.health.screening_names());
    const Dying dying(model, levers);
    TallySheet sheet({1, 0, 1}, inputs.places.cells.size());
    AgeCounts departures{};
    const CityYear city;
    const LeverOverlay nothing;
    Step step{cohort.blocks[0], 0, 1, inputs.base_year, inputs.base_year, key, city, nothing, sheet, departures};
    dying.advance(step);

    double hazard[2]{}, cases[2]{}, all[2]{}, of[2]{};
    for (std::size_t row = 0; row < people; ++row) {
        const bool late = (columns.conditions[row] & stage.late) != 0;
        const double own = -std::log(1.0 - static_cast<double>(step.survival().chance_of_death[row]));
        hazard[late] += own;
        cases[late] += 1;
        all[is_covered(row)] += own;
        of[is_covered(row)] += 1;
    }
    EXPECT_NEAR(hazard[1] / cases[1] / (hazard[0] / cases[0]), fatality_ratio, 1e-3);
    EXPECT_NEAR((hazard[0] + hazard[1]) / people, fatality, 0.01 * fatality);
    const auto late_among = [&](Coverage covered) { return static_cast<double>(stage.among_ill[stage.stratum(Sex::female, 40, 0, covered)]); };
    const double wanted = (1 + late_among(1) * (fatality_ratio - 1)) / (1 + late_among(0) * (fatality_ratio - 1));
    EXPECT_LT(wanted, 0.9) << "who is screened dies of it more rarely";
    EXPECT_NEAR(all[1] / of[1] / (all[0] / of[0]), wanted, 0.015);
}

TEST(Stages, and_what_is_beyond_them_give_the_deaths_that_were_published_and_keep_the_mean) {
    Inputs inputs = cancer_inputs();
    constexpr double deaths_ratio = 0.6;
    inputs.health.screening_effects.push_back({0, "cancer", "", ScreeningMoves::deaths, deaths_ratio, deaths_ratio, deaths_ratio});
    const std::vector<double> ratios{odds_ratio, deaths_ratio};
    const auto stages = solve_stages(inputs.health, inputs.mortality, inputs.base_year, ratios);
    const auto screened = solve_screened_fatality(inputs.health, inputs.mortality, inputs.base_year, ratios, stages).at(0);
    const auto& stage = stages.at(0);
    const int age = 60;
    const double other = other_ends(inputs.health.conditions[0], inputs.mortality, Sex::male, age, inputs.base_year);
    double dies[2]{}, mean = 0;
    for (const std::size_t covered : {0U, 1U}) {
        const std::size_t at = stage.stratum(Sex::male, age, 9, static_cast<Coverage>(covered)), by_age = (ages + 60) * 2;
        const auto of = [&](std::size_t late) { return fatality * static_cast<double>(screened.factor[at] * stage.fatality[by_age + late]); };
        const double late = static_cast<double>(stage.at_diagnosis[at]), late_ill = static_cast<double>(stage.among_ill[at]);
        dies[covered] = late * of(1) / (of(1) + other) + (1 - late) * of(0) / (of(0) + other);
        mean += (covered == 1 ? share_covered : 1 - share_covered) * (late_ill * of(1) + (1 - late_ill) * of(0));
    }
    EXPECT_NEAR(dies[1] / dies[0], deaths_ratio, 0.02);
    EXPECT_NEAR(mean, fatality, 1e-6);
}

}  // namespace
}  // namespace spires::testing
