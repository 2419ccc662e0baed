#pragma once
// What households earn, get and pay in a week: rules of taxes and benefits of 2022/23, simple enough to explain.

#include "calibration/model.hpp"
#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"
#include "processes/budget_lanes.hpp"
#include "processes/earning_lanes.hpp"
#include "processes/member_lanes.hpp"
#include "scenario/trends.hpp"

#include <array>

namespace spires {

/// The rules, with the spread of pay of one parameter draw.
class HouseholdBudgets {
public:
    HouseholdBudgets(const Inputs& inputs, const Parameters& parameters);

    /// The sums of every household of a block, of all who live there in the step. `lasting`: words of Purpose::lifelong.
    void gather(const Block& block, const Strata& strata, const BlockWords& lasting, const LeverOverlay* levers, HouseholdWeeks& weeks) const;
    /// The week that follows from them. `home`: words of Purpose::home, which last as long as the home.
    void work_out(const HouseholdColumns& households, const BlockWords& home, HouseholdWeeks& weeks, const TrendFactors& trends = {}) const;
    [[nodiscard]] double poverty_line() const noexcept { return poverty_line_; }

private:
    void read_rules(const Parameters& parameters);
    void tabulate_kinds();
    [[nodiscard]] BudgetRules rules_under(const TrendFactors& trends) const;
    void add_programmes(const Block& block, const LeverOverlay& levers, HouseholdWeeks& weeks) const;

    const Inputs& inputs_;
    Column<float> pay_rank_, pension_rank_;  ///< factor at each 1/4096 of the ranks
    Column<float> other_income_;             ///< [status][decile]
    PayTaxes taxes_;
    BudgetRules rules_;
    float state_pension_;
    double poverty_line_;
    std::array<MemberKind, kinds_of_member> kinds_{};
};

/// The words of households that last as long as the home, by slot.
void draw_homes(const RandomKey& key, const HouseholdColumns& households, BlockWords& luck);

}  // namespace spires
