#include "support/small_model.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires::testing {
namespace {

constexpr std::size_t people = 60'000;

/// Every third person is lonely, more of them in the first place: the shares are exact.
Population with_loneliness() {
    Population population = invented_people(people);
    auto& columns = population.blocks[0].people;
    for (std::size_t row = 0; row < people; ++row) columns.lonely[row] = row % 12 < (columns.place[row] == 0 ? 6 : 2) ? 1 : 0;
    return population;
}

double share_lonely(const Population& population) {
    double lonely = 0;
    for (const auto flag : population.blocks[0].people.lonely) lonely += flag;
    return lonely / people;
}

/// A person's modelled hazard over the table's.
double relative_hazard(const Inputs& inputs, const Model& model, const PersonColumns& columns, std::size_t row) {
    const auto& incidence = model.incidence[0];
    const auto state = RiskModel::state_of(columns, row, columns.conditions[row]);
    const int age = columns.age(row, inputs.base_year);
    return incidence.residual[inputs.places.places[columns.place[row]].decile] * model.risks.ratio(0, state, columns.sex[row], age) /
           incidence.mean_ratio[static_cast<std::size_t>(columns.sex[row])][five_year_band(age)];
}

TEST(Attribution, the_normaliser_is_one_plus_share_times_excess_risk_and_keeps_the_mean_hazard) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("illness", 0.02, 0)};
    inputs.health.risks = {loneliness_risk("illness", 2.5)};
    Population population = with_loneliness();
    const IllnessOnly illness(inputs, population, {1, 0});
    const auto& columns = population.blocks[0].people;
    double total = 0, mean_ratio = 0;
    for (std::size_t row = 0; row < people; ++row) total += relative_hazard(inputs, illness.model(), columns, row);
    EXPECT_NEAR(total / people, 1.0, 1e-9) << "over everybody at risk the mean hazard is the table's";
    for (const auto& by_band : illness.model().incidence[0].mean_ratio) mean_ratio += by_band[five_year_band(40)] / sexes;
    EXPECT_NEAR(mean_ratio, 1 + share_lonely(population) * 1.5, 1e-9);
}

TEST(Attribution, deprivation_meets_its_target_ratio_after_exposure_has_explained_its_part) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("illness", 0.02, 0)};
    inputs.health.conditions[0].decile_ratio = {2, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    inputs.health.risks = {loneliness_risk("illness", 2.5)};
    Population population = with_loneliness();
    const IllnessOnly illness(inputs, population, {1, 0});
    const auto& columns = population.blocks[0].people;
    std::array<double, 2> sum{}, count{};
    for (std::size_t row = 0; row < people; ++row) {
        sum[columns.place[row]] += relative_hazard(inputs, illness.model(), columns, row);
        count[columns.place[row]] += 1;
    }
    EXPECT_NEAR((sum[0] / count[0]) / (sum[1] / count[1]), 2.0, 1e-9);
    EXPECT_NEAR((sum[0] + sum[1]) / people, 1.0, 1e-9);
}

TEST(Attribution, exposed_people_fall_ill_as_many_times_more_often_as_the_curve_says) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("illness", 0.05, 0)};
    inputs.health.risks = {loneliness_risk("illness", 2.5)};
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        Population population = with_loneliness();
        // Without places in the way: deprivation adds nothing.
        for (auto& place : population.blocks[0].people.place) place = 0;
        IllnessOnly illness(inputs, population, {seed, 0});
        illness.advance();
        const double lonely = static_cast<double>(illness.onsets(0, true)), others = static_cast<double>(illness.onsets(0, false));
        const double hazard_lonely = -std::log1p(-lonely / static_cast<double>(illness.at_risk(0, true)));
        const double hazard_others = -std::log1p(-others / static_cast<double>(illness.at_risk(0, false)));
        const double error = std::sqrt(1 / lonely + 1 / others);
        EXPECT_NEAR(std::log(hazard_lonely / hazard_others), std::log(2.5), 4.5 * error) << seed;
        // What would be spared if nobody were lonely: p (RR − 1) / (1 + p (RR − 1)) of all onsets.
        const double p = share_lonely(population), fraction = p * 1.5 / (1 + p * 1.5);
        EXPECT_NEAR(1 - hazard_others / 0.05, fraction, 4.5 / std::sqrt(others)) << seed;
    }
}

TEST(Attribution, an_illness_that_causes_another_raises_it_by_its_ratio) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("cause", 0, 0), invented_condition("outcome", 0.05, 0)};
    RiskCurve curve = loneliness_risk("outcome", 3);
    curve.exposure = "cause";
    inputs.health.risks = {curve};
    Population population = invented_people(people);
    for (std::size_t row = 0; row < people; ++row) population.blocks[0].people.conditions[row] = row % 5 == 0 ? 1U : 0U;
    const IllnessOnly illness(inputs, population, {1, 0});
    const auto& model = illness.model();
    EXPECT_NEAR(model.incidence[1].mean_ratio[0][five_year_band(40)], 1 + 0.2 * 2, 1e-9);
    RiskState ill;
    ill.conditions = 1;
    EXPECT_NEAR(model.risks.ratio(1, ill, Sex::female, 40), 3.0, 1e-6);
    EXPECT_NEAR(model.risks.ratio(1, RiskState{}, Sex::female, 40), 1.0, 1e-6);
}

}  // namespace
}  // namespace spires::testing
