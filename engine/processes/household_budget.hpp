#pragma once
// What households earn, get and pay in a week: rules of taxes and benefits of 2022/23, simple enough to explain.

#include "calibration/model.hpp"
#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"
#include "scenario/trends.hpp"

#include <vector>

namespace spires {

/// Who lives in a household, what they bring, and what programmes do to it.
struct HouseholdSums {
    float net_pay = 0, pensions = 0, maintenance = 0;  ///< pounds a week
    float added = 0;                ///< by programmes, pounds a week
    float efficiency = 1;           ///< odds ratio of a home of band D or worse
    float homelessness = 1;         ///< rate ratio
    std::uint16_t persons = 0, adults = 0, under_14 = 0, under_16 = 0, dependants = 0, workers = 0, retired = 0, idle = 0, students = 0;
    bool couple = false;
    std::uint32_t reference = ~0U;  ///< row
};

/// A household's week.
struct Budget {
    float income = 0;               ///< after taxes and benefits, before housing
    float after_housing = 0;        ///< made equal for size and ages
    float after_fuel = 0;           ///< the same after the fuel a warm home needs
    bool low_efficiency = false;
};

/// The rules, with the spread of pay of one parameter draw.
class HouseholdBudgets {
public:
    HouseholdBudgets(const Inputs& inputs, const Parameters& parameters);

    /// The sums of every household of a block, by slot, of all who live there in the step.
    void gather(const Block& block, int year, const RandomKey& key, const LeverOverlay* levers, std::vector<HouseholdSums>& sums) const;
    /// The week of a private household. `luck` lasts as long as the home.
    [[nodiscard]] Budget of(const HouseholdColumns& households, std::size_t slot, const HouseholdSums& sums, const Words& luck, const TrendFactors& trends = {}) const noexcept;
    [[nodiscard]] double poverty_line() const noexcept { return poverty_line_; }

private:
    [[nodiscard]] float net_of(float gross) const noexcept;
    [[nodiscard]] double benefits(const HouseholdSums& sums, double rent, const Words& luck) const noexcept;

    const Inputs& inputs_;
    std::vector<float> pay_rank_, pension_rank_;  ///< factor at each 1/4096 of the ranks
    double allowance_, basic_, higher_from_, higher_, insurance_from_, insurance_rate_, insurance_upper_;
    double taper_, most_children_, take_up_rent_, take_up_, no_work_share_, pension_credit_take_up_;
    double first_adult_, next_person_, child_, poverty_line_, fuel_ratio_;
};

/// The words of households that last as long as the home, by slot.
void draw_homes(const RandomKey& key, const HouseholdColumns& households, BlockWords& luck);

}  // namespace spires
