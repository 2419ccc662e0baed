#include "processes/household_budget.hpp"

#include "core/maths.hpp"
#include "population/households.hpp"
#include "scenario/levers.hpp"

#include <algorithm>
#include <utility>

namespace spires {

namespace {

constexpr std::size_t ranks = 4096;

/// e^(sd · z) at the middle of each rank.
Column<float> spread(double sd) {
    Column<float> factors;
    for (std::size_t i = 0; i < ranks; ++i) factors.push_back(static_cast<float>(exponential(sd * normal_quantile((static_cast<double>(i) + 0.5) / ranks))));
    return factors;
}

/// Of the ratios of a home's members the one that moves most, in whatever order they are met.
float stronger(float one, double other) noexcept {
    const auto ratio = static_cast<float>(other);
    const auto size = [](float r) { return r > 0 && r < 1 ? 1 / r : r; };
    return std::pair(size(ratio), ratio) > std::pair(size(one), one) ? ratio : one;
}

bool is_rented(Tenure tenure) noexcept { return tenure == Tenure::social_rent || tenure == Tenure::private_rent || tenure == Tenure::shared_ownership; }

template <class Values>
Column<float> in_floats(const Values& values) {
    Column<float> floats;
    for (const double value : values) floats.push_back(static_cast<float>(value));
    return floats;
}

}  // namespace

HouseholdBudgets::HouseholdBudgets(const Inputs& inputs, const Parameters& parameters)
    : inputs_(inputs), pay_rank_(spread(parameters["earnings_sd"])), pension_rank_(spread(parameters["private_pension_sd"])),
      state_pension_(static_cast<float>(parameters["state_pension_received_share"] * inputs.wider.money.benefits.state_pension)), poverty_line_(parameters["poverty_line"]) {
    for (const auto& of_status : inputs.wider.money.other_income)
        for (const double pounds : of_status) other_income_.push_back(static_cast<float>(pounds));
    read_rules(parameters);
    tabulate_kinds();
}

void HouseholdBudgets::read_rules(const Parameters& parameters) {
    const auto number = [&](const char* name) { return static_cast<float>(parameters[name]); };
    const auto pounds = [](double value) { return static_cast<float>(value); };
    const auto& money = inputs_.wider.money;
    const auto& rates = money.benefits;
    taxes_ = {number("income_tax_allowance"), number("income_tax_basic"), number("income_tax_higher_from"), number("income_tax_higher"),
              number("national_insurance_from"), number("national_insurance_rate"), number("national_insurance_upper_rate")};
    rules_ = {.single = pounds(rates.single), .couple = pounds(rates.couple), .child = pounds(rates.child), .most_children = number("universal_credit_most_children"),
              .no_work = pounds(rates.no_work), .work_allowance_rent = pounds(rates.work_allowance_rent), .work_allowance = pounds(rates.work_allowance),
              .taper = number("universal_credit_taper"), .take_up_rent = number("universal_credit_take_up_rent"), .take_up = number("universal_credit_take_up"),
              .no_work_share = number("universal_credit_no_work_share"), .pension_credit_single = pounds(rates.pension_credit_single),
              .pension_credit_couple = pounds(rates.pension_credit_couple), .pension_credit_take_up = number("pension_credit_take_up"),
              .child_benefit_first = pounds(rates.child_benefit_first), .child_benefit_next = pounds(rates.child_benefit_next),
              .first_adult = number("scale_first_adult"), .next_person = number("scale_next_person"), .next_child = number("scale_child"),
              .fuel_ratio = number("inefficient_fuel_ratio"), .rent_allowance = {}, .size_of_home = {number("home_of_one_cost_ratio"), 1.0F, 1.0F, number("home_of_four_cost_ratio")},
              .housing = {}, .low_efficiency = in_floats(money.low_efficiency), .fuel = in_floats(money.fuel), .rented = {}};
    std::ranges::transform(rates.rent_allowance, rules_.rent_allowance.begin(), pounds);
    if (rules_.fuel.empty()) rules_.fuel.push_back(0.0F);
    for (std::size_t tenure = 0; tenure < tenure_names.size(); ++tenure) {
        rules_.rented.push_back(is_rented(static_cast<Tenure>(tenure)) ? 1 : 0);
        for (const double week : money.housing[tenure]) rules_.housing.push_back(static_cast<float>(week));
    }
}

/// The classes of `earn`: [under 14, 16, 19, above][status][child of the household][partner]. The last is who is gone.
void HouseholdBudgets::tabulate_kinds() {
    for (std::size_t k = 0; k + 1 < kinds_of_member; ++k) {
        const std::size_t group = k / 24;
        const auto status = static_cast<EconomicStatus>(k / 4 % 6);
        const bool child = k / 2 % 2 != 0, partner = k % 2 != 0, student = status == EconomicStatus::education;
        const bool dependant = group < 2 || (group == 2 && student && child);
        HouseholdSums one;
        const auto count = [&](Member which, bool counts) { one.add(which, counts ? 1U : 0U); };
        count(Member::person, true);
        count(Member::adult, !dependant);
        count(Member::under_14, group == 0);
        count(Member::under_16, group < 2);
        count(Member::dependant, dependant);
        count(Member::retired, status == EconomicStatus::retired);
        count(Member::student, student && !dependant);
        count(Member::idle, status == EconomicStatus::unemployed || status == EconomicStatus::inactive);
        count(Member::worker, status == EconomicStatus::employed);
        count(Member::partner, partner);
        constexpr std::size_t first_count = incomes;  // words of `HouseholdSums`
        std::ranges::copy(one.members, kinds_[k].members.begin() + first_count);
        const auto earns = [&](Income which, bool counts) { kinds_[k].of_income[static_cast<std::size_t>(which)] = counts ? -1 : 0; };
        earns(Income::pay, status == EconomicStatus::employed);
        earns(Income::pensions, status == EconomicStatus::retired);
        earns(Income::maintenance, student && !dependant);
    }
}

void HouseholdBudgets::gather(const Block& block, const Strata& strata, const BlockWords& lasting, const LeverOverlay* levers, HouseholdWeeks& weeks) const {
    const auto& people = block.people;
    thread_local Column<std::uint8_t> kind;
    thread_local Column<std::int32_t> income;
    kind.resize(people.size());
    income.resize(people.size());
    earn({.people = people, .strata = strata, .pay_word = lasting.column(0), .pension_word = lasting.column(3), .pay = inputs_.wider.money.pay.data(),
          .pay_rank = pay_rank_.data(), .pension_rank = pension_rank_.data(), .other_income = other_income_.data(), .taxes = taxes_,
          .state_pension = state_pension_, .gone = dead | parted, .kind = kind.data(), .income = income.data()},
         people.size());
    weeks.sums.assign(block.households.size(), {});
    sum_members({.people = people, .kind = kind.data(), .income = income.data(), .kinds = kinds_.data(), .gone = dead | parted, .sums = weeks.sums.data()}, people.size());
    weeks.efficiency.clear();
    weeks.homelessness.clear();
    if (levers != nullptr) add_programmes(block, *levers, weeks);
}

/// What programmes do for a household through its members.
void HouseholdBudgets::add_programmes(const Block& block, const LeverOverlay& levers, HouseholdWeeks& weeks) const {
    const auto& people = block.people;
    const auto for_each_here = [&](auto visit) {
        for (std::size_t row = 0; row < people.size(); ++row)
            if (shares_means(people.presence[row])) visit(row, people.household[row]);
    };
    const auto income = LeverTable::of(Lever::household_income), energy = LeverTable::of(Lever::home_energy), homeless = LeverTable::of(Lever::temporary_accommodation);
    if (levers.moves_added(income))
        for_each_here([&](std::size_t row, std::size_t slot) {
            const double pounds = levers.added(income, row) * static_cast<double>(pound_unit);
            weeks.sums[slot].of(Income::added) += static_cast<std::int32_t>(pounds + (pounds < 0 ? -0.5 : 0.5));
        });
    if (levers.moves_ratio(energy)) {
        weeks.efficiency.assign(block.households.size(), 1.0F);
        for_each_here([&](std::size_t row, std::size_t slot) { weeks.efficiency[slot] = stronger(weeks.efficiency[slot], levers.programmes(energy, row)); });
        for (float& ratio : weeks.efficiency) ratio *= static_cast<float>(levers.everybody(energy));
    }
    if (levers.moves_ratio(homeless)) {
        weeks.homelessness.assign(block.households.size(), 1.0F);
        for_each_here([&](std::size_t row, std::size_t slot) { weeks.homelessness[slot] = stronger(weeks.homelessness[slot], levers.programmes(homeless, row)); });
        for (float& ratio : weeks.homelessness) ratio *= static_cast<float>(levers.everybody(homeless));
    }
}

BudgetRules HouseholdBudgets::rules_under(const TrendFactors& trends) const {
    BudgetRules rules = rules_;
    rules.income_factor = static_cast<float>(trends[Trend::household_income]);
    for (float& pounds : rules.housing) pounds *= static_cast<float>(trends[Trend::housing_costs]);
    for (float& pounds : rules.fuel) pounds *= static_cast<float>(trends[Trend::fuel_costs]);
    return rules;
}

void HouseholdBudgets::work_out(const HouseholdColumns& households, const BlockWords& home, HouseholdWeeks& weeks, const TrendFactors& trends) const {
    for (auto* column : {&weeks.income, &weeks.after_housing, &weeks.after_fuel}) column->resize(households.size());
    for (auto* column : {&weeks.low_efficiency, &weeks.persons, &weeks.dependants}) column->resize(households.size());
    const BudgetRules rules = rules_under(trends);
    balance_weeks({.rules = rules, .households = households, .decile_of_place = inputs_.places.decile_column.data(),
                   .words = {home.column(0), home.column(1), home.column(2)}, .weeks = weeks},
                  households.size());
}

void draw_homes(const RandomKey& key, const HouseholdColumns& households, BlockWords& luck) {
    luck.draw_all(lifelong(key), households.id, 0, Purpose::home);
}

}  // namespace spires
