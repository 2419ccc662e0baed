#include "indicators/economics.hpp"

#include "results/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace spires {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(Discounted, counts_a_flow_in_the_middle_of_its_step) {
    EXPECT_DOUBLE_EQ(discounted({1, 1, 1}, 0, 0), 3);
    EXPECT_NEAR(discounted({100}, 0, 0.035), 100 / std::pow(1.035, 0.5), 1e-9);
    EXPECT_NEAR(discounted({0, 100, 100}, 1, 0.035), 100 / std::pow(1.035, 0.5) + 100 / std::pow(1.035, 1.5), 1e-9);
    EXPECT_DOUBLE_EQ(discounted({5, none}, 0, 0), 5);
}

/// Two replicates, three years; programmes from the second year on.
DifferenceSource example() {
    DifferenceSource source{{"programme_cost", "service_cost", "emergency_admissions_cost", "emergency_readmissions_cost", "adult_social_care_cost", "healthy_life_years"}, {}};
    source.of = [](const std::string& name, std::size_t) -> Differences {
        if (name == "programme_cost") return {{0, 1000, none}, {0, 2000, none}};
        if (name == "emergency_admissions_cost") return {{0, -100, -100}, {0, 0, 0}};
        if (name == "adult_social_care_cost") return {{0, 0, 50}, {0, 0, 0}};
        if (name == "healthy_life_years") return {{0, 0.1, 0.1}, {0, 0, 0.05}};
        return {{9e9, 9e9, 9e9}, {9e9, 9e9, 9e9}};  // must not be counted
    };
    return source;
}

TEST(Appraise, adds_costs_by_payer_and_counts_none_twice) {
    const Appraisal found = appraise(example(), 1, discountings[0]);
    EXPECT_DOUBLE_EQ(found.programme_cost[0], 1000);
    EXPECT_DOUBLE_EQ(found.avoided[static_cast<std::size_t>(Payer::nhs)][0], 200);
    EXPECT_DOUBLE_EQ(found.avoided[static_cast<std::size_t>(Payer::council)][0], -50);
    EXPECT_DOUBLE_EQ(found.net_cost[0], 850);
    EXPECT_DOUBLE_EQ(found.net_cost[1], 2000);
    EXPECT_DOUBLE_EQ(found.healthy_life_years[0], 0.2);
    EXPECT_TRUE(found.qalys.empty());
    EXPECT_DOUBLE_EQ(found.net_benefit(20000)[0], 4000 - 850);
    EXPECT_DOUBLE_EQ(found.net_benefit(20000)[1], 1000 - 2000);
}

TEST(Appraise, discounts_costs_and_health_at_their_own_rates_to_the_first_year_of_cost) {
    const Appraisal found = appraise(example(), 1, discountings[1]);
    EXPECT_NEAR(found.programme_cost[0], 1000 / std::pow(1.035, 0.5), 1e-9);
    EXPECT_NEAR(found.healthy_life_years[0], 0.1 / std::pow(1.015, 0.5) + 0.1 / std::pow(1.015, 1.5), 1e-12);
    const Appraisal nice = appraise(example(), 1, discountings[2]);
    EXPECT_LT(nice.healthy_life_years[0], found.healthy_life_years[0]);
    EXPECT_DOUBLE_EQ(nice.net_cost[0], found.net_cost[0]);
}

/// The same with quality-adjusted years.
DifferenceSource example_with_qalys() {
    DifferenceSource source = example();
    source.variables.emplace_back("qalys");
    source.of = [plain = source.of](const std::string& name, std::size_t scenario) -> Differences {
        if (name == "qalys") return {{0, 0.05, 0.05}, {0, 0.2, 0}};
        return plain(name, scenario);
    };
    return source;
}

TEST(Appraise, sets_pounds_against_quality_adjusted_years_where_they_are_counted) {
    const Appraisal found = appraise(example_with_qalys(), 1, discountings[0]);
    ASSERT_EQ(found.qalys.size(), 2);
    EXPECT_DOUBLE_EQ(found.qalys[0], 0.1);
    EXPECT_DOUBLE_EQ(found.qalys[1], 0.2);
    EXPECT_DOUBLE_EQ(found.net_benefit(20000)[0], 2000 - 850);
    EXPECT_DOUBLE_EQ(found.net_benefit(20000)[1], 4000 - 2000);
    EXPECT_DOUBLE_EQ(found.net_benefit(30000)[0], 3000 - 850);
    EXPECT_DOUBLE_EQ(found.healthy_life_years[0], 0.2) << "healthy years stand beside them";
    const Appraisal green = appraise(example_with_qalys(), 1, discountings[1]), nice = appraise(example_with_qalys(), 1, discountings[2]);
    EXPECT_NEAR(green.qalys[0], 0.05 / std::pow(1.015, 0.5) + 0.05 / std::pow(1.015, 1.5), 1e-12);
    EXPECT_NEAR(nice.qalys[0], 0.05 / std::pow(1.035, 0.5) + 0.05 / std::pow(1.035, 1.5), 1e-12);
}

TEST(Acceptability, is_the_chance_that_the_net_benefit_is_above_nothing) {
    // At 10,000 pounds a year the two replicates are worth 150 and 0 pounds: mean 75, sd 75·√2,
    // so Student's t is 1/√2 with one degree of freedom: 1/2 + atan(1/√2)/π.
    const Appraisal found = appraise(example_with_qalys(), 1, discountings[0]);
    EXPECT_DOUBLE_EQ(found.net_benefit(10000)[0], 150);
    EXPECT_DOUBLE_EQ(found.net_benefit(10000)[1], 0);
    EXPECT_NEAR(Reduction(2).probability_better(found.net_benefit(10000), "higher"), 0.5 + std::atan(std::sqrt(0.5)) / std::acos(-1.0), 1e-9);
    EXPECT_LT(Reduction(2).probability_better(found.net_benefit(0), "higher"), 0.5) << "for nothing it only costs";
    double before = 0;
    for (std::size_t i = 0; i < threshold_count; ++i) {
        const double chance = Reduction(2).probability_better(found.net_benefit(threshold(i)), "higher");
        EXPECT_GE(chance, 0);
        EXPECT_LE(chance, 1);
        before = i == 0 ? chance : before;
    }
    EXPECT_GT(Reduction(2).probability_better(found.net_benefit(100000), "higher"), before);
}

TEST(Appraise, needs_costs_and_healthy_years) {
    EXPECT_TRUE(can_appraise(example()));
    EXPECT_FALSE(can_appraise({{"programme_cost"}, {}}));
}

TEST(Threshold, names_the_two_that_are_told_first) {
    EXPECT_EQ(threshold(told_thresholds[0]), 20000);
    EXPECT_EQ(threshold(told_thresholds[1]), 30000);
    EXPECT_EQ(threshold(threshold_count - 1), 100000);
}

}  // namespace
}  // namespace spires
