#include "processes/household_budget.hpp"
#include "support/city.hpp"

#include <gtest/gtest.h>

namespace spires::testing {
namespace {

/// The rules on homes made by hand.
class Budgets : public ::testing::Test {
protected:
    static const Inputs& inputs() {
        static const Inputs read = Inputs::read(city::inputs());
        return read;
    }
    Budget week(Tenure tenure, const HouseholdSums& sums, const Words& luck = {0, ~0U, 0, 0}) const {
        HouseholdColumns homes;
        homes.resize(1);
        homes.tenure[0] = tenure;
        homes.place[0] = 0;
        return budgets_.of(homes, 0, sums, luck);
    }
    static HouseholdSums adult(float net_pay) {
        HouseholdSums sums;
        sums.persons = sums.adults = 1;
        sums.net_pay = net_pay;
        sums.workers = net_pay > 0;
        sums.idle = net_pay > 0 ? 0 : 1;
        return sums;
    }
    const HouseholdBudgets budgets_{inputs(), inputs().parameters};
};

TEST_F(Budgets, give_someone_without_anything_the_standard_allowance_and_the_rent) {
    const auto& rates = inputs().wider.money.benefits;
    const Budget owner = week(Tenure::owned_outright, adult(0));
    EXPECT_NEAR(static_cast<double>(owner.income), rates.single, 1e-3);
    const Budget tenant = week(Tenure::private_rent, adult(0));
    EXPECT_NEAR(static_cast<double>(tenant.income), rates.single + rates.rent_allowance[0], 1e-3) << "the allowance is below the rent";
}

TEST_F(Budgets, leave_45_pence_of_a_pound_of_pay_while_credit_is_paid) {
    const double less = static_cast<double>(week(Tenure::private_rent, adult(100)).income), more = static_cast<double>(week(Tenure::private_rent, adult(101)).income);
    EXPECT_NEAR(more - less, 0.45, 1e-3);
    const double rich = static_cast<double>(week(Tenure::private_rent, adult(900)).income), richer = static_cast<double>(week(Tenure::private_rent, adult(901)).income);
    EXPECT_NEAR(richer - rich, 1.0, 1e-3);
}

TEST_F(Budgets, pay_for_two_children_at_most) {
    const auto& rates = inputs().wider.money.benefits;
    std::array<double, 4> income{};
    for (std::uint16_t children = 0; children < 4; ++children) {
        auto sums = adult(0);
        sums.persons = static_cast<std::uint16_t>(1 + children);
        sums.dependants = sums.under_14 = sums.under_16 = children;
        income[children] = static_cast<double>(week(Tenure::owned_outright, sums).income);
    }
    EXPECT_NEAR(income[1] - income[0], rates.child + rates.child_benefit_first, 1e-3);
    EXPECT_NEAR(income[2] - income[1], rates.child + rates.child_benefit_next, 1e-3);
    EXPECT_NEAR(income[3] - income[2], rates.child_benefit_next, 1e-3);
}

TEST_F(Budgets, are_never_less_with_more_pay_or_more_help) {
    for (const Tenure tenure : {Tenure::owned_outright, Tenure::mortgage, Tenure::social_rent, Tenure::private_rent}) {
        float before = -1e9F;
        for (float pay = 0; pay < 1200; pay += 7) {
            const float after = week(tenure, adult(pay)).after_housing;
            EXPECT_GE(after, before) << pay;
            before = after;
        }
        auto helped = adult(200);
        helped.added = 30;
        EXPECT_NEAR(static_cast<double>(week(tenure, helped).income - week(tenure, adult(200)).income), 30.0, 1e-2);
    }
}

TEST_F(Budgets, need_less_fuel_in_a_better_home) {
    auto sums = adult(300);
    const Budget poor = week(Tenure::mortgage, sums, {0, 0, 0, 0});
    EXPECT_TRUE(poor.low_efficiency) << "the lowest rank";
    sums.efficiency = 0.0001F;
    const Budget good = week(Tenure::mortgage, sums, {0, 0, 0x40000000U, 0});
    EXPECT_FALSE(good.low_efficiency);
    EXPECT_GT(good.after_fuel, poor.after_fuel);
    EXPECT_EQ(good.after_housing, poor.after_housing);
}

}  // namespace
}  // namespace spires::testing
