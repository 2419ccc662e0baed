#include "support/small_model.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires::testing {
namespace {

constexpr std::size_t people = 40'000;

/// Five standard errors of a share of these people.
double five_errors(double share) { return 5 * std::sqrt(share * (1 - share) / people); }

TEST(Illness, of_a_closed_cohort_tends_to_incidence_over_incidence_plus_remission) {
    for (const auto& [incidence, remission] : {std::pair{0.04, 0.06}, {0.3, 0.9}, {0.02, 0.0}}) {
        Inputs inputs = invented_inputs();
        inputs.health.conditions = {invented_condition("illness", incidence, remission)};
        const double both = incidence + remission, limit = incidence / both;
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            Population cohort = invented_people(people);
            IllnessOnly illness(inputs, cohort, {seed, 0});
            for (int year = 1; year <= 40; ++year) {
                illness.advance();
                // From nobody ill the share rises to its limit at the rate i + r, at every whole year exactly.
                const double expected = limit * (1 - std::exp(-both * year));
                if (year == 1 || year == 5 || year == 40) {
                    EXPECT_NEAR(illness.prevalence(0), expected, five_errors(expected)) << "seed " << seed << ", year " << year << ", i " << incidence;
                }
            }
        }
    }
}

TEST(Illness, that_begins_at_its_limit_stays_there) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("illness", 0.2, 0.3)};
    Population cohort = invented_people(people);
    auto& columns = cohort.blocks[0].people;
    for (std::size_t row = 0; row < people; ++row) columns.conditions[row] = row % 5 < 2 ? 1U : 0U;
    IllnessOnly illness(inputs, cohort, {4, 0});
    for (int year = 1; year <= 20; ++year) {
        illness.advance();
        EXPECT_NEAR(illness.prevalence(0), 0.4, five_errors(0.4)) << year;
    }
}

TEST(Illness, of_two_conditions_is_independent_when_neither_causes_the_other) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("one", 0.2, 0.2), invented_condition("two", 0.1, 0.3)};
    Population cohort = invented_people(people);
    IllnessOnly illness(inputs, cohort, {5, 0});
    for (int year = 0; year < 30; ++year) illness.advance();
    std::size_t ill_with_both = 0;
    for (const auto conditions : cohort.blocks[0].people.conditions) ill_with_both += conditions == 3U;
    EXPECT_NEAR(static_cast<double>(ill_with_both) / people, 0.5 * 0.25, five_errors(0.125));
}

TEST(Illness, of_one_sex_or_some_ages_spares_the_others) {
    Inputs inputs = invented_inputs();
    inputs.health.conditions = {invented_condition("of_women", 0.5, 0), invented_condition("of_childhood", 0.5, 0), invented_condition("until_42", 0.5, 0)};
    inputs.health.conditions[0].only = Sex::female;
    inputs.health.conditions[1].age_to = 17;
    inputs.health.conditions[2].age_to = 42;
    Population cohort = invented_people(people);
    IllnessOnly illness(inputs, cohort, {6, 0});
    illness.advance();
    const auto& columns = cohort.blocks[0].people;
    for (std::size_t row = 0; row < people; ++row) {
        ASSERT_FALSE(columns.has(row, 0) && columns.sex[row] == Sex::male);
        ASSERT_FALSE(columns.has(row, 1));
    }
    EXPECT_GT(illness.prevalence(2), 0.3);
    illness.advance();
    illness.advance();  // those who were 42 at its start are 43 at its end
    EXPECT_EQ(illness.prevalence(2), 0.0) << "a condition ends with its last age";
}

}  // namespace
}  // namespace spires::testing
