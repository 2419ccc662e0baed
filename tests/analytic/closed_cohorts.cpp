// Closed cohorts with and without an exposure: onsets differ by the ratio that the tables give, and by nothing else.

#include "population/circumstances.hpp"
#include "processes/exposures.hpp"
#include "support/small_model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace spires::testing {
namespace {

constexpr std::size_t people = 120'000;
constexpr double incidence = 0.05, ratio = 2.0;

RiskCurve curve_of(const std::string& exposure, double at, double its_ratio) {
    RiskCurve curve = loneliness_risk("illness", its_ratio);
    curve.exposure = exposure;
    curve.points = {{0, 1, 1, 1}, {at, its_ratio, its_ratio, its_ratio}};
    return curve;
}

bool is_exposed(std::size_t row) { return row % 3 == 0; }  // of both sexes and places alike

/// Hazard of the exposed over that of the others in the first year of a cohort.
double hazard_ratio(const RiskCurve& curve, const std::function<void(PersonColumns&, std::size_t)>& expose, std::uint64_t seed) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("illness", incidence, 0.0)};
    inputs.health.risks = {curve};
    Population cohort = invented_people(people);
    auto& columns = cohort.blocks[0].people;
    for (std::size_t row = 0; row < people; ++row)
        if (is_exposed(row)) expose(columns, row);
    IllnessOnly illness(inputs, cohort, {seed, 0});
    illness.advance();
    double ill[2]{}, all[2]{};
    for (std::size_t row = 0; row < people; ++row) {
        all[is_exposed(row)] += 1;
        ill[is_exposed(row)] += columns.has(row, 0);
    }
    const double mean = (ill[0] + ill[1]) / people;
    EXPECT_NEAR(mean, 1 - std::exp(-incidence), 5 * std::sqrt(incidence / people)) << "the level of the cohort stays what the table says";
    return std::log(1 - ill[1] / all[1]) / std::log(1 - ill[0] / all[0]);
}

TEST(ClosedCohort, exposed_to_a_circumstance_falls_ill_by_its_ratio_more) {
    const auto circumstance_of = [](Circumstances bit) { return [bit](PersonColumns& columns, std::size_t row) { columns.circumstances[row] = bit; }; };
    const std::vector<std::pair<const char*, std::function<void(PersonColumns&, std::size_t)>>> exposures{
        {"loneliness", [](PersonColumns& columns, std::size_t row) { columns.lonely[row] = 1; }},
        {"unemployment", [](PersonColumns& columns, std::size_t row) { columns.economic_status[row] = EconomicStatus::unemployed; }},
        {"poverty", circumstance_of(circumstance::poverty)},
        {"cold_home", circumstance_of(circumstance::cold_home)},
        {"temporary_accommodation", circumstance_of(circumstance::temporary_accommodation)},
        {"alcohol", circumstance_of(circumstance::alcohol)}};
    for (const auto& [name, expose] : exposures)
        for (const std::uint64_t seed : {1U, 2U}) EXPECT_NEAR(hazard_ratio(curve_of(name, 1, ratio), expose, seed), ratio, 0.2) << name;
}

TEST(ClosedCohort, in_more_polluted_air_falls_ill_by_the_ratio_of_its_concentration) {
    const auto expose = [](PersonColumns& columns, std::size_t row) { columns.no2[row] = to_exposure_units(20.0, air_unit); };
    for (const std::uint64_t seed : {1U, 2U}) EXPECT_NEAR(hazard_ratio(curve_of("no2", 40, 4.0), expose, seed), 2.0, 0.2) << "half way on the logarithm";
}

TEST(ClosedCohort, whose_exposure_does_nothing_falls_ill_like_the_others) {
    EXPECT_NEAR(hazard_ratio(curve_of("poverty", 1, 1.0), [](PersonColumns& columns, std::size_t row) { columns.circumstances[row] = circumstance::poverty; }, 3), 1.0, 0.1);
}

}  // namespace
}  // namespace spires::testing
