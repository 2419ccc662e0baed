#include "processes/household_economy.hpp"

#include "core/fixed_point.hpp"
#include "core/maths.hpp"
#include "calibration/calibrate_economy.hpp"
#include "population/households.hpp"

namespace spires {

HouseholdEconomy::HouseholdEconomy(const Model& model)
    : model_(model), budgets_(*model.inputs, model.parameters), leave_(one_minus_exp_minus(model.parameters["temporary_accommodation_exit"])),
      cold_(model.parameters["cold_home_share_of_fuel_poor"]) {}

void HouseholdEconomy::advance(Step& step) const {
    auto& people = step.block.people;
    auto& households = step.block.households;
    thread_local std::vector<HouseholdSums> sums;
    thread_local std::vector<Circumstances> of_home;
    thread_local std::vector<float> pounds;  // of each member, thousands a year
    thread_local BlockWords luck;
    budgets_.gather(step.block, step.year, step.key, &step.levers, sums);
    draw_homes(step.key, households, luck);
    of_home.assign(households.size(), 0);
    pounds.assign(households.size(), 0.0F);
    for (std::size_t slot = 0; slot < households.size(); ++slot) {
        if (sums[slot].persons == 0 || !is_private(step.block, slot)) continue;
        const Budget budget = budgets_.of(households, slot, sums[slot], luck.at(slot), step.trends);
        pounds[slot] = static_cast<float>(static_cast<double>(budget.income) * model_.economy.pounds_a_year / (1000.0 * sums[slot].persons));
        const std::size_t place = households.place[slot];
        const double line = budgets_.poverty_line();
        const bool poor = static_cast<double>(budget.after_housing) < model_.economy.poverty_factor[place] * line;
        const bool fuel_poor = budget.low_efficiency && static_cast<double>(budget.after_fuel) < model_.economy.fuel_factor[place] * line;
        of_home[slot] = static_cast<Circumstances>((poor ? circumstance::poverty : 0) | (fuel_poor ? circumstance::fuel_poverty : 0) |
                                                   (fuel_poor && happens(luck.word(3, slot), cold_) ? circumstance::cold_home : 0));
    }
    tally(step, sums, pounds, of_home);
    for (std::size_t slot = 0; slot < households.size(); ++slot) {
        if (sums[slot].persons == 0 || !is_private(step.block, slot)) continue;
        move_home(step, slot, sums[slot], (of_home[slot] & circumstance::poverty) != 0);
        if (households.homeless[slot] != 0) of_home[slot] |= circumstance::temporary_accommodation;
    }
    for (std::size_t row = 0; row < people.size(); ++row)
        people.circumstances[row] = static_cast<Circumstances>((people.circumstances[row] & circumstance::alcohol) |
                                                               (of_home[people.household[row]] & ~circumstance::fuel_poverty));
}

/// In and out of temporary accommodation, at most once a step.
void HouseholdEconomy::move_home(Step& step, std::size_t slot, const HouseholdSums& sums, bool poor) const {
    auto& households = step.block.households;
    const std::uint32_t word = draw(step.key, households.id[slot], step.year, Purpose::homelessness)[1];
    if (households.homeless[slot] != 0) {
        if (happens(word, leave_)) households.homeless[slot] = 0;
        return;
    }
    const double rate = (sums.dependants > 0 ? model_.economy.enter_family : model_.economy.enter_other) * homelessness_ratio(households.tenure[slot], poor) *
                        static_cast<double>(sums.homelessness);
    if (happens(word, one_minus_exp_minus(rate))) households.homeless[slot] = 1;
}

/// As it stands at mid-year: who leaves in the step is still there, who comes in it is not. Households count
/// where their reference person does.
void HouseholdEconomy::tally(Step& step, std::span<const HouseholdSums> sums, std::span<const float> pounds, std::span<const Circumstances> of_home) const {
    const auto& people = step.block.people;
    const auto& households = step.block.households;
    const auto& strata = step.strata(model_.inputs->places);
    for (std::size_t row = 0; row < people.size(); ++row) {
        const std::size_t slot = people.household[row];
        if (sums[slot].persons == 0 || !is_private(step.block, slot) || (people.presence[row] & (arriving | parted)) != 0) continue;
        std::int64_t* const counts = step.tallies.wider_row(strata.tally[row]);
        const int age = people.age(row, step.year);
        counts[wider(Count::private_residents)] += 1;
        counts[wider(Count::disposable_income)] += to_fixed_point(static_cast<double>(pounds[slot]));
        if (age < 16) {
            counts[wider(Count::private_children)] += 1;
            counts[wider(Count::children_in_poverty)] += (of_home[slot] & circumstance::poverty) != 0;
        }
        if (sums[slot].reference != row) continue;
        counts[wider(Count::households)] += 1;
        counts[wider(Count::fuel_poor)] += (of_home[slot] & circumstance::fuel_poverty) != 0;
        counts[wider(Count::households_in_temporary_accommodation)] += households.homeless[slot];
        if (sums[slot].dependants > 0) counts[wider(Count::families_in_temporary_accommodation)] += households.homeless[slot];
    }
}

}  // namespace spires
