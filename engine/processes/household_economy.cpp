#include "processes/household_economy.hpp"

#include "core/fixed_lanes.hpp"
#include "core/maths.hpp"
#include "population/households.hpp"
#include "processes/member_count_lanes.hpp"
#include "processes/poverty_lanes.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Whether a household was founded in that year since the base or in the next one; what most fail at once.
bool is_founded_from(std::uint64_t id, int years_since_base) noexcept {
    const auto code = static_cast<std::uint32_t>(id >> 54U) & 511U, first = 128U + static_cast<std::uint32_t>(years_since_base + 1);
    return code - first <= 1U;
}

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
    const auto& households = step.block.households;
    thread_local HouseholdWeeks weeks;
    thread_local Column<HomeState> of_home;
    thread_local BlockWords luck;  // of the home, then of the year
    budgets_.gather(step.block, step.strata(model_.inputs->places), step.lasting_words(), &step.levers, weeks);
    draw_homes(step.key, households, luck);
    budgets_.work_out(households, luck, weeks, step.trends);
    of_home.resize(households.size());
    weeks.income_each.resize(households.size());
    find_poverty({.households = households, .weeks = weeks, .poverty_line = poverty_line_.data(), .fuel_line = fuel_line_.data(),
                  .cold_word = luck.column(3), .cold_share = cold_, .thousands_a_year = static_cast<float>(model_.economy.pounds_a_year / 1000.0),
                  .income_each = weeks.income_each.data(), .of_home = of_home.data()},
                 households.size());
    luck.draw_all(step.key, households.id, step.year, Purpose::homelessness);
    move_homes(step, weeks, of_home, luck);
    tally_members(step, weeks, of_home);
}

/// In and out of temporary accommodation; who is there lives in it from this step on.
void HouseholdEconomy::move_homes(Step& step, const HouseholdWeeks& weeks, Column<HomeState>& of_home, const BlockWords& luck) const {
    auto& households = step.block.households;
    move_homeless({.households = households, .weeks = weeks, .words = luck.column(1), .ratio = homelessness_ratio_.data(),
                   .enter_family = static_cast<float>(model_.economy.enter_family), .enter_other = static_cast<float>(model_.economy.enter_other), .leave = leave_,
                   .of_home = of_home.data(), .homeless = households.homeless.data()},
                  households.size());
    settle_new_homes(step, weeks, of_home, luck);
}

/// Homes that came in the step, or were founded in the one before, are as often temporary as others of their kind.
void HouseholdEconomy::settle_new_homes(Step& step, const HouseholdWeeks& weeks, Column<HomeState>& of_home, const BlockWords& luck) const {
    auto& households = step.block.households;
    const int last_year = step.year - 1 - step.base_year;
    for (std::size_t slot = 0; slot < households.size(); ++slot) {
        if (!is_founded_from(households.id[slot], last_year)) continue;  // nearly all
        if (!is_founded_in(households.id[slot], last_year + 1) && !is_founded_by_resident(households.id[slot], last_year)) continue;
        if (weeks.sums[slot].reference == 0 || !is_private(step.block, slot)) continue;
        const bool poor = (of_home[slot] & circumstance::poverty) != 0, family = weeks.dependants[slot] > 0;
        const double rate = (family ? model_.economy.enter_family : model_.economy.enter_other) * ratios_(households.tenure[slot], poor);
        const double programmes = weeks.homelessness.empty() ? 1.0 : static_cast<double>(weeks.homelessness[slot]);
        const bool temporary = happens(luck.word(0, slot), std::min(1.0, rate * programmes / static_cast<double>(leave_)));
        households.homeless[slot] = temporary ? 1 : 0;
        of_home[slot] = (of_home[slot] & ~HomeState{circumstance::temporary_accommodation}) | (temporary ? circumstance::temporary_accommodation : 0);
    }
}

/// Members of private households as they stand at mid-year, the children among them, and households where their
/// reference person counts: who leaves in the step is still there, who comes in it is not.
void HouseholdEconomy::tally_members(Step& step, const HouseholdWeeks& weeks, const Column<HomeState>& of_home) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    thread_local Column<std::uint8_t> marks;
    thread_local Column<std::int64_t> income_each;
    marks.resize(people.size());
    income_each.resize(of_home.size());
    share_homes({.people = people, .age = strata.age.data(), .of_home = of_home.data(), .not_here = arriving | parted,
                 .circumstances = people.circumstances.data(), .marks = marks.data()},
                people.size());
    to_fixed_point(weeks.income_each.data(), income_each.data(), income_each.size());
    static_assert(static_cast<std::size_t>(Count::families_in_temporary_accommodation) - static_cast<std::size_t>(Count::private_residents) + 1 == home_quantities);
    const auto counts = step.tallies.counts(Count::private_residents);
    count_members({.marks = marks.data(), .household = people.household.data(), .income_each = income_each.data(), .key = strata.tally.data(),
                   .counts = counts.first, .stride = counts.stride},
                  people.size());
}

}  // namespace spires
