#pragma once
// Work, pay, benefits, rents and fuel, household by household: poverty, cold homes, temporary accommodation.

#include "processes/household_budget.hpp"
#include "processes/process.hpp"

#include <span>

namespace spires {

/// Each private household's week is worked out anew from who lives there and what they do; its members live in what
/// follows. A household comes into temporary accommodation at a rate that rises with poverty and renting, and leaves it.
class HouseholdEconomy : public Process {
public:
    explicit HouseholdEconomy(const Model& model);
    void advance(Step& step) const override;

private:
    void move_home(Step& step, std::size_t slot, const HouseholdSums& sums, bool poor) const;
    void tally(Step& step, std::span<const HouseholdSums> sums, std::span<const float> pounds, std::span<const Circumstances> of_home) const;

    const Model& model_;
    HouseholdBudgets budgets_;
    double leave_, cold_;
};

}  // namespace spires
