// Each link between circumstances and health has the sign and the size of its source.

#include "calibration/calibrate_parts.hpp"
#include "calibration/risk_model.hpp"
#include "core/maths.hpp"
#include "support/city.hpp"
#include "support/experiments.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace spires::testing {
namespace {

const HealthTables& tables() {
    static const HealthTables read = HealthTables::read(city::inputs());
    return read;
}

const Parameters& parameters() {
    static const Parameters read = Parameters::read(city::inputs());
    return read;
}

std::size_t outcome_of(const RiskCurve& curve) {
    const auto names = tables().condition_names();
    return static_cast<std::size_t>(std::ranges::find(names, curve.outcome) - names.begin());
}

/// What the source's odds ratio means for hazards at the outcome's own incidence.
double as_hazard_ratio(double odds_ratio, double incidence) {
    const double risk = 1 - std::exp(-incidence), raised = odds_ratio * risk / (1 - risk + odds_ratio * risk);
    return risk <= 0 ? odds_ratio : std::log(1 - raised) / std::log(1 - risk);
}

TEST(Links, of_circumstances_have_the_size_of_their_source_half_of_it_where_cause_is_open) {
    auto draw = ParameterDraw::central();
    const RiskModel risks(tables(), parameters(), draw);
    std::size_t tested = 0;
    for (const auto& curve : tables().risks) {
        const auto flag = std::ranges::find(exposure_flag_names, curve.exposure);
        if (flag == exposure_flag_names.end()) continue;
        const std::size_t outcome = outcome_of(curve);
        const int age = std::min(curve.age_to, 100) - (std::min(curve.age_to, 100) - curve.age_from) / 2;
        const Sex sex = curve.only.value_or(Sex::female);
        const int middle = static_cast<int>(five_year_band(age)) * 5 + 2;
        if (middle < curve.age_from || middle > curve.age_to) continue;
        RiskState with, without;
        with.flags = 1U << static_cast<unsigned>(flag - exposure_flag_names.begin());
        double wanted = std::exp((curve.social ? 0.5 : 1.0) * std::log(curve.points.back().ratio));
        if (curve.measure == "or" && outcome < tables().conditions.size())
            wanted = as_hazard_ratio(wanted, tables().conditions[outcome].incidence[static_cast<std::size_t>(sex)][age_row(middle)]);
        EXPECT_NEAR(risks.ratio(outcome, with, sex, age) / risks.ratio(outcome, without, sex, age), wanted, 1e-5 * wanted)
            << curve.exposure << " -> " << curve.outcome << " at " << age;
        EXPECT_GT(wanted, 1) << curve.exposure << " -> " << curve.outcome;
        ++tested;
    }
    EXPECT_GE(tested, 18U);
}

TEST(Links, of_air_rise_with_it_by_the_ratio_of_their_source) {
    auto draw = ParameterDraw::central();
    const RiskModel risks(tables(), parameters(), draw);
    for (const auto& curve : tables().risks) {
        if (curve.exposure != "no2" && curve.exposure != "pm25") continue;
        const std::size_t outcome = outcome_of(curve);
        const int age = std::clamp(52, curve.age_from + 2, curve.age_to - 2);
        RiskState none, ten;
        (curve.exposure == "no2" ? ten.no2 : ten.pm25) = 10 / RiskModel::air_spacing;
        const auto at_ten = std::ranges::find(curve.points, 10.0, &RiskCurve::Point::level);
        ASSERT_NE(at_ten, curve.points.end());
        EXPECT_NEAR(risks.ratio(outcome, ten, Sex::male, age) / risks.ratio(outcome, none, Sex::male, age), at_ten->ratio, 1e-5) << curve.exposure << " -> " << curve.outcome;
    }
}

TEST(Links, of_circumstances_to_services_have_half_the_size_of_their_source) {
    const Inputs& inputs = foundations().inputs;
    auto central = ParameterDraw::central();
    const Model model = calibrate(inputs, foundations().base, central, last_year);
    const auto factors = service_factors(inputs, model.circumstance_ratio);
    const auto names = inputs.health.service_names();
    const auto factor = [&](const char* flag, const char* service) {
        const auto bit = static_cast<std::size_t>(std::ranges::find(exposure_flag_names, flag) - exposure_flag_names.begin());
        return factors[std::size_t{1} << bit][static_cast<std::size_t>(std::ranges::find(names, service) - names.begin())];
    };
    EXPECT_NEAR(factor("temporary_accommodation", "ae_attendances"), std::sqrt(2.5), 1e-4);
    EXPECT_NEAR(factor("temporary_accommodation", "camhs_referrals"), std::sqrt(1.5), 1e-4);
    EXPECT_NEAR(factor("unemployment", "talking_therapy_referrals"), std::sqrt(1.3), 1e-4);
    EXPECT_NEAR(factor("loneliness", "ae_attendances"), 1, 1e-6) << "no link of its own";
}

/// Unemployed people, all of them helped in two years: each year they come into work as many times as often.
TEST(Links, of_help_into_work_move_the_unemployed_into_work) {
    const std::string help = intervention("help", 2023, "eligible = { economic_status = [\"unemployed\"] }\nreach = 1\nuptake = 1\nrepeat = \"yearly\"",
                                          "[[intervention.effect]]\nlever = \"employment\"\nchange = { odds_ratio = 2 }\nhalf_life = \"none\"\nevidence = \"brinchmann_2020\"\n");
    const Played played({{"help", help}}, {{1, 1}, false, 2});
    const double without = played.at("unemployment", 0, 0, last_year), with = played.at("unemployment", 1, 0, last_year);
    EXPECT_LT(with, 0.9 * without) << with << " against " << without;
    EXPECT_GT(with, 0.5 * without);
    EXPECT_GT(played.at("disposable_household_income", 1, 0, last_year), played.at("disposable_household_income", 0, 0, last_year));
}

TEST(Links, that_the_strategy_asks_for_are_there) {
    const auto is_linked = [](const char* exposure, const char* outcome) {
        return std::ranges::any_of(tables().risks, [&](const RiskCurve& curve) { return curve.exposure == exposure && curve.outcome == outcome; });
    };
    for (const auto& [exposure, outcome] : std::vector<std::pair<const char*, const char*>>{
             {"poverty", "child_mental_disorder"}, {"unemployment", "anxiety_or_depression"}, {"unemployment", "other_mortality"},
             {"loneliness", "anxiety_or_depression"}, {"loneliness", "coronary_heart_disease"}, {"loneliness", "stroke"}, {"loneliness", "dementia"},
             {"cold_home", "asthma"}, {"cold_home", "copd"}, {"no2", "asthma"}, {"no2", "copd"}, {"temporary_accommodation", "child_mental_disorder"}})
        EXPECT_TRUE(is_linked(exposure, outcome)) << exposure << " -> " << outcome;
}

}  // namespace
}  // namespace spires::testing
