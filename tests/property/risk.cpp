#include "calibration/risk_model.hpp"
#include "support/city.hpp"

#include <gtest/gtest.h>

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

std::string name_of_outcome(std::size_t outcome) { return outcome < tables().conditions.size() ? tables().conditions[outcome].name : "other mortality"; }

/// Risk at every level of activity, least first, with the rest of a person's state held.
void expect_activity_to_help(const RiskModel& risks, const std::string& which) {
    for (std::size_t outcome = 0; outcome < risks.outcomes(); ++outcome)
        for (const Sex sex : {Sex::female, Sex::male})
            for (int age = 18; age <= 100; age += 5) {
                double before = 0;
                for (int minutes = 0; minutes < 299; minutes += 5) {
                    RiskState state;
                    state.activity_node = static_cast<std::size_t>(minutes / RiskModel::activity_spacing);
                    state.activity_fraction = minutes / RiskModel::activity_spacing - static_cast<double>(state.activity_node);
                    const double ratio = risks.ratio(outcome, state, sex, age);
                    ASSERT_GT(ratio, 0);
                    if (minutes > 0) {
                        ASSERT_LE(ratio, before * (1 + 1e-12)) << name_of_outcome(outcome) << " at " << minutes << " minutes, age " << age << ", " << which;
                    }
                    before = ratio;
                }
            }
}

TEST(Risk, never_rises_with_activity_in_the_central_curves) {
    auto draw = ParameterDraw::central();
    expect_activity_to_help(RiskModel(tables(), parameters(), draw), "central");
}

TEST(Risk, never_rises_with_activity_in_drawn_curves) {
    for (std::uint32_t k = 0; k < 50; ++k) {
        ParameterDraw draw(1, k);
        expect_activity_to_help(RiskModel(tables(), parameters(), draw), "draw " + std::to_string(k));
    }
}

TEST(Risk, falls_from_smoking_to_having_quit_long_ago) {
    auto draw = ParameterDraw::central();
    const RiskModel risks(tables(), parameters(), draw);
    for (std::size_t outcome = 0; outcome < risks.outcomes(); ++outcome)
        for (const Sex sex : {Sex::female, Sex::male})
            for (int age = 30; age <= 90; age += 5) {
                RiskState never, current, quit;
                current.smoking = 1;
                quit.smoking = 2;
                EXPECT_GE(risks.ratio(outcome, current, sex, age), risks.ratio(outcome, never, sex, age)) << name_of_outcome(outcome);
                double before = risks.ratio(outcome, quit, sex, age);
                for (std::size_t years = 1; years <= 60; ++years) {
                    quit.smoking = 2 + years;
                    const double after = risks.ratio(outcome, quit, sex, age);
                    EXPECT_LE(after, before * (1 + 1e-12)) << name_of_outcome(outcome) << ", " << years << " years after quitting";
                    before = after;
                }
            }
}

}  // namespace
}  // namespace spires::testing
