#pragma once
// Work, pay, benefits, rents and fuel, household by household: poverty, cold homes, temporary accommodation.

#include "calibration/calibrate_economy.hpp"
#include "processes/household_budget.hpp"
#include "processes/process.hpp"

namespace spires {

/// Each private household's week is worked out anew from who lives there and what they do; its members live in what
/// follows. A household comes into temporary accommodation at a rate that rises with poverty and renting, and leaves it.
class HouseholdEconomy : public Process {
public:
    explicit HouseholdEconomy(const Model& model);
    void advance(Step& step) const override;

private:
    void move_homes(Step& step, const HouseholdWeeks& weeks, Column<HomeState>& of_home, const BlockWords& luck) const;
    void settle_new_homes(Step& step, const HouseholdWeeks& weeks, Column<HomeState>& of_home, const BlockWords& luck) const;
    void tally_members(Step& step, const HouseholdWeeks& weeks, const Column<HomeState>& of_home) const;

    const Model& model_;
    HouseholdBudgets budgets_;
    HomelessnessRatios ratios_;
    Column<float> poverty_line_, fuel_line_;  ///< [place] pounds a week
    Column<float> homelessness_ratio_;        ///< [tenure][poor]
    float leave_, cold_;
};

}  // namespace spires
