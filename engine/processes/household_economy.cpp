#include "processes/household_economy.hpp"

#include "core/fixed_point.hpp"
#include "core/maths.hpp"
#include "population/households.hpp"
#include "processes/poverty_lanes.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Whether somebody lives here at mid-year, before the step.
bool is_resident(const PersonColumns& people, std::size_t row) { return (people.presence[row] & (arriving | parted)) == 0; }

}  // namespace

HouseholdEconomy::HouseholdEconomy(const Model& model)
    : model_(model), budgets_(*model.inputs, model.parameters), ratios_(model.parameters), leave_(static_cast<float>(one_minus_exp_minus(model.parameters["temporary_accommodation_exit"]))),
      cold_(static_cast<float>(model.parameters["cold_home_share_of_fuel_poor"])) {
    for (const double factor : model.economy.poverty_factor) poverty_line_.push_back(static_cast<float>(factor * budgets_.poverty_line()));
    for (const double factor : model.economy.fuel_factor) fuel_line_.push_back(static_cast<float>(factor * budgets_.poverty_line()));
    for (std::size_t tenure = 0; tenure < tenure_names.size(); ++tenure)
        for (const bool poor : {false, true}) homelessness_ratio_.push_back(static_cast<float>(ratios_(static_cast<Tenure>(tenure), poor)));
}

void HouseholdEconomy::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& households = step.block.households;
    thread_local HouseholdWeeks weeks;
    thread_local Column<Circumstances> of_home;
    thread_local BlockWords home;
    budgets_.gather(step.block, step.strata(model_.inputs->places), step.lasting_words(), &step.levers, weeks);
    draw_homes(step.key, households, home);
    budgets_.work_out(households, home, weeks, step.trends);
    of_home.resize(households.size());
    weeks.income_each.resize(households.size());
    find_poverty({.households = households, .weeks = weeks, .poverty_line = poverty_line_.data(), .fuel_line = fuel_line_.data(),
                  .cold_word = home.column(3), .cold_share = cold_, .thousands_a_year = static_cast<float>(model_.economy.pounds_a_year / 1000.0),
                  .income_each = weeks.income_each.data(), .of_home = of_home.data()},
                 households.size());
    tally_people(step, weeks, of_home);
    tally_homes(step, weeks, of_home);
    move_homes(step, weeks, of_home);
    for (std::size_t row = 0; row < people.size(); ++row)
        people.circumstances[row] = static_cast<Circumstances>((people.circumstances[row] & circumstance::alcohol) |
                                                               (of_home[people.household[row]] & ~circumstance::fuel_poverty));
}

/// In and out of temporary accommodation; who is there lives in it from this step on.
void HouseholdEconomy::move_homes(Step& step, const HouseholdWeeks& weeks, Column<Circumstances>& of_home) const {
    thread_local BlockWords luck;
    auto& households = step.block.households;
    luck.draw_all(step.key, households.id, step.year, Purpose::homelessness);
    move_homeless({.households = households, .weeks = weeks, .words = luck.column(1), .ratio = homelessness_ratio_.data(),
                   .enter_family = static_cast<float>(model_.economy.enter_family), .enter_other = static_cast<float>(model_.economy.enter_other), .leave = leave_,
                   .of_home = of_home.data(), .homeless = households.homeless.data()},
                  households.size());
    settle_new_homes(step, weeks, of_home, luck);
    for (std::size_t slot = 0; slot < households.size(); ++slot)
        of_home[slot] = static_cast<Circumstances>(of_home[slot] | (households.homeless[slot] != 0 ? circumstance::temporary_accommodation : 0));
}

/// Homes that came in the step, or were founded in the one before, are as often temporary as others of their kind.
void HouseholdEconomy::settle_new_homes(Step& step, const HouseholdWeeks& weeks, const Column<Circumstances>& of_home, const BlockWords& luck) const {
    auto& households = step.block.households;
    const int last_year = step.year - 1 - step.base_year;
    for (std::size_t slot = 0; slot < households.size(); ++slot) {
        if (!is_founded_in(households.id[slot], last_year + 1) && !is_founded_by_resident(households.id[slot], last_year)) continue;
        if (weeks.sums[slot].reference == nobody || !is_private(step.block, slot)) continue;
        const bool poor = (of_home[slot] & circumstance::poverty) != 0, family = weeks.sums[slot].count(Member::dependant) > 0;
        const double rate = (family ? model_.economy.enter_family : model_.economy.enter_other) * ratios_(households.tenure[slot], poor);
        const double programmes = weeks.homelessness.empty() ? 1.0 : static_cast<double>(weeks.homelessness[slot]);
        households.homeless[slot] = happens(luck.word(0, slot), std::min(1.0, rate * programmes / static_cast<double>(leave_))) ? 1 : 0;
    }
}

/// Members of private households as they stand at mid-year, and the children among them: who leaves in the step is
/// still there, who comes in it is not.
void HouseholdEconomy::tally_people(Step& step, const HouseholdWeeks& weeks, const Column<Circumstances>& of_home) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    static_assert(static_cast<std::size_t>(Count::disposable_income) == static_cast<std::size_t>(Count::private_residents) + 1, "counted side by side");
    const auto residents = step.tallies.counts(Count::private_residents);
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (row + rows_ahead < people.size()) bring_near(&residents[strata.tally[row + rows_ahead]], 1);
        const float income = weeks.income_each[people.household[row]];
        const bool counts_here = is_resident(people, row) & (income > nobody_counted);  // without branches: see Asked
        std::int64_t* const counts = &residents[strata.tally[row]];
        counts[0] += counts_here ? 1 : 0;
        counts[1] += to_fixed_point(counts_here ? static_cast<double>(income) : 0.0);
    }
    const auto children = step.tallies.counts(Count::private_children), poor = step.tallies.counts(Count::children_in_poverty);
    step.rows_by_age(model_.inputs->places).for_each(0, 15, [&](std::uint32_t row) {
        const std::uint32_t home = people.household[row];
        if (!is_resident(people, row) || !is_private(step.block, home)) return;
        children[strata.tally[row]] += 1;
        poor[strata.tally[row]] += (of_home[home] & circumstance::poverty) != 0 ? 1 : 0;
    });
}

/// Households count where their reference person does.
void HouseholdEconomy::tally_homes(Step& step, const HouseholdWeeks& weeks, const Column<Circumstances>& of_home) const {
    const auto& strata = step.strata(model_.inputs->places);
    const auto& homeless = step.block.households.homeless;
    const auto homes = step.tallies.counts(Count::households), cold = step.tallies.counts(Count::fuel_poor),
               temporary = step.tallies.counts(Count::households_in_temporary_accommodation), families = step.tallies.counts(Count::families_in_temporary_accommodation);
    for (std::size_t slot = 0; slot < weeks.sums.size(); ++slot) {
        const std::uint32_t reference = weeks.sums[slot].reference;
        if (reference == nobody || !is_private(step.block, slot) || !is_resident(step.block.people, reference)) continue;
        const std::int32_t key = strata.tally[reference];
        homes[key] += 1;
        cold[key] += (of_home[slot] & circumstance::fuel_poverty) != 0 ? 1 : 0;
        if (homeless[slot] == 0) continue;
        temporary[key] += homeless[slot];
        families[key] += weeks.sums[slot].count(Member::dependant) > 0 ? 1 : 0;
    }
}

}  // namespace spires
