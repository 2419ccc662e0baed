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
    /// What a home comes to in a week.
    struct Week {
        float income = 0, after_housing = 0, after_fuel = 0;
        bool low_efficiency = false;
    };
    static constexpr RandomKey key{1, 0};
    /// An id whose lasting words of the home suit.
    template <class Suits>
    static std::uint64_t home_with(Suits suits) {
        std::uint64_t id = 1;
        while (!suits(draw(lifelong(key), id, 0, Purpose::home))) ++id;
        return id;
    }
    /// Of a home that claims what it may and is able to work.
    static std::uint64_t claiming() {
        return home_with([](const Words& words) { return words[0] < (1U << 24U) && words[1] > ~(1U << 24U) && words[2] < (1U << 26U); });
    }
    Week week(Tenure tenure, const HouseholdSums& sums, std::uint64_t id, float efficiency = 1) const {
        HouseholdColumns homes;
        homes.resize(1);
        homes.id[0] = id;
        homes.tenure[0] = tenure;
        BlockWords luck;
        draw_homes(key, homes, luck);
        HouseholdWeeks weeks;
        weeks.sums.push_back(sums);
        if (efficiency != 1) weeks.efficiency.push_back(efficiency);
        budgets_.work_out(homes, luck, weeks);
        return {weeks.income[0], weeks.after_housing[0], weeks.after_fuel[0], weeks.low_efficiency[0] != 0};
    }
    Week week(Tenure tenure, const HouseholdSums& sums) const {
        static const std::uint64_t id = claiming();
        return week(tenure, sums, id);
    }
    static HouseholdSums adult(float net_pay) {
        HouseholdSums sums;
        sums.add(Member::person);
        sums.add(Member::adult);
        sums.of(Income::pay) = static_cast<std::int32_t>(net_pay * pound_unit);
        sums.add(net_pay > 0 ? Member::worker : Member::idle);
        return sums;
    }
    const HouseholdBudgets budgets_{inputs(), inputs().parameters};
};

TEST_F(Budgets, give_someone_without_anything_the_standard_allowance_and_the_rent) {
    const auto& rates = inputs().wider.money.benefits;
    const Week owner = week(Tenure::owned_outright, adult(0));
    EXPECT_NEAR(static_cast<double>(owner.income), rates.single, 1e-3);
    const Week tenant = week(Tenure::private_rent, adult(0));
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
    for (std::uint32_t children = 0; children < 4; ++children) {
        auto sums = adult(0);
        for (const auto as : {Member::person, Member::under_14, Member::under_16, Member::dependant}) sums.add(as, children);
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
        helped.of(Income::added) = static_cast<std::int32_t>(30 * pound_unit);
        EXPECT_NEAR(static_cast<double>(week(tenure, helped).income - week(tenure, adult(200)).income), 30.0, 1e-2);
    }
}

TEST_F(Budgets, need_less_fuel_in_a_better_home) {
    const auto sums = adult(300);
    const std::uint64_t lowest = home_with([](const Words& words) { return words[2] < (1U << 24U); });
    const Week poor = week(Tenure::mortgage, sums, lowest);
    EXPECT_TRUE(poor.low_efficiency) << "the lowest rank";
    const Week good = week(Tenure::mortgage, sums, lowest, 0.0001F);
    EXPECT_FALSE(good.low_efficiency);
    EXPECT_GT(good.after_fuel, poor.after_fuel);
    EXPECT_EQ(good.after_housing, poor.after_housing);
}

}  // namespace
}  // namespace spires::testing
