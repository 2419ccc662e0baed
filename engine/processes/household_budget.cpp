#include "processes/household_budget.hpp"

#include "core/maths.hpp"
#include "population/households.hpp"
#include "scenario/levers.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace spires {

namespace {

constexpr std::size_t ranks = 4096;
constexpr double share_of_state_pension = 0.93;  // what pensioners get of the full new rate on average (assumed)

/// e^(sd · z) at the middle of each rank.
std::vector<float> spread(double sd) {
    std::vector<float> factors;
    for (std::size_t i = 0; i < ranks; ++i) factors.push_back(static_cast<float>(exponential(sd * normal_quantile((static_cast<double>(i) + 0.5) / ranks))));
    return factors;
}

/// To 1/64 of a pound: sums of such amounts are exact, so the order of a home's members changes no bit.
float rounded(double pounds) noexcept { return static_cast<float>(static_cast<std::int64_t>(pounds * 64.0 + (pounds < 0 ? -0.5 : 0.5))) / 64.0F; }

/// Of the ratios of a home's members the one that moves most, in whatever order they are met.
float stronger(float one, double other) noexcept {
    const auto ratio = static_cast<float>(other);
    const auto size = [](float r) { return r > 0 && r < 1 ? 1 / r : r; };
    return std::pair(size(ratio), ratio) > std::pair(size(one), one) ? ratio : one;
}

constexpr std::size_t rank_of(std::uint32_t word) noexcept { return word >> 20U; }

bool is_rented(Tenure tenure) noexcept { return tenure == Tenure::social_rent || tenure == Tenure::private_rent || tenure == Tenure::shared_ownership; }

/// Homes of one person are smaller and those of four and more larger than the table's (assumed).
double size_of_home(std::size_t persons) noexcept { return persons >= 4 ? 1.15 : (persons <= 1 ? 0.82 : 1.0); }

}  // namespace

HouseholdBudgets::HouseholdBudgets(const Inputs& inputs, const Parameters& parameters)
    : inputs_(inputs), pay_rank_(spread(parameters["earnings_sd"])), pension_rank_(spread(parameters["private_pension_sd"])),
      allowance_(parameters["income_tax_allowance"]), basic_(parameters["income_tax_basic"]), higher_from_(parameters["income_tax_higher_from"]),
      higher_(parameters["income_tax_higher"]), insurance_from_(parameters["national_insurance_from"]), insurance_rate_(parameters["national_insurance_rate"]),
      insurance_upper_(parameters["national_insurance_upper_rate"]), taper_(parameters["universal_credit_taper"]),
      most_children_(parameters["universal_credit_most_children"]), take_up_rent_(parameters["universal_credit_take_up_rent"]),
      take_up_(parameters["universal_credit_take_up"]), no_work_share_(parameters["universal_credit_no_work_share"]),
      pension_credit_take_up_(parameters["pension_credit_take_up"]), first_adult_(parameters["scale_first_adult"]),
      next_person_(parameters["scale_next_person"]), child_(parameters["scale_child"]), poverty_line_(parameters["poverty_line"]),
      fuel_ratio_(parameters["inefficient_fuel_ratio"]) {}

float HouseholdBudgets::net_of(float gross) const noexcept {
    const double g = gross, top = higher_from_;
    const double tax = basic_ * std::clamp(g - allowance_, 0.0, top - allowance_) + higher_ * std::max(0.0, g - top);
    const double insurance = insurance_rate_ * std::clamp(g - insurance_from_, 0.0, top - insurance_from_) + insurance_upper_ * std::max(0.0, g - top);
    return static_cast<float>(g - tax - insurance);
}

void HouseholdBudgets::gather(const Block& block, int year, const RandomKey& key, const LeverOverlay* levers, std::vector<HouseholdSums>& sums) const {
    const auto& people = block.people;
    thread_local BlockWords luck;
    luck.draw_all(lifelong(key), people.id, 0, Purpose::lifelong);
    sums.assign(block.households.size(), {});
    const auto& money = inputs_.wider.money;
    const bool income = levers != nullptr && levers->moves_added(LeverTable::of(Lever::household_income));
    const bool energy = levers != nullptr && levers->moves_ratio(LeverTable::of(Lever::home_energy));
    const bool homeless = levers != nullptr && levers->moves_ratio(LeverTable::of(Lever::temporary_accommodation));
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (!shares_means(people.presence[row])) continue;
        auto& of = sums[people.household[row]];
        const int age = people.age(row, year);
        const auto status = people.economic_status[row];
        ++of.persons;
        if (age < 14) ++of.under_14;
        if (age < 16) ++of.under_16;
        const bool dependant = age < 16 || (age < 19 && status == EconomicStatus::education && people.role[row] == Role::child);
        ++(dependant ? of.dependants : of.adults);
        of.couple |= people.role[row] == Role::partner;
        if (people.role[row] == Role::reference) of.reference = static_cast<std::uint32_t>(row);
        const std::size_t decile = inputs_.places.decile_of[people.place[row]];
        if (status == EconomicStatus::employed) {
            ++of.workers;
            of.net_pay += rounded(net_of(money.pay_of(people.sex[row], age, people.qualification[row]) * pay_rank_[rank_of(luck.word(0, row))]));
        } else if (status == EconomicStatus::retired) {
            ++of.retired;
            of.pensions += rounded(share_of_state_pension * money.benefits.state_pension +
                                              money.other_income[static_cast<std::size_t>(status)][decile] * static_cast<double>(pension_rank_[rank_of(luck.word(3, row))]));
        } else if (status == EconomicStatus::education && !dependant) {
            ++of.students;
            of.maintenance += rounded(money.other_income[static_cast<std::size_t>(status)][decile]);
        } else if (status == EconomicStatus::unemployed || status == EconomicStatus::inactive) {
            ++of.idle;
        }
        if (income) of.added += rounded(levers->added(LeverTable::of(Lever::household_income), row));
        if (energy) of.efficiency = stronger(of.efficiency, levers->ratio(LeverTable::of(Lever::home_energy), row));
        if (homeless) of.homelessness = stronger(of.homelessness, levers->ratio(LeverTable::of(Lever::temporary_accommodation), row));
    }
}

double HouseholdBudgets::benefits(const HouseholdSums& sums, double rent, const Words& luck) const noexcept {
    const auto& rates = inputs_.wider.money.benefits;
    const double children = sums.dependants;
    const double rent_paid = std::min(rent, rates.rent_allowance[std::min<std::size_t>(sums.dependants, 2)]);
    double total = children > 0 ? rates.child_benefit_first + rates.child_benefit_next * (children - 1) : 0.0;
    if (sums.adults > sums.retired && sums.students < sums.adults && happens(luck[0], rent > 0 ? take_up_rent_ : take_up_)) {
        const bool too_ill = sums.idle > 0 && happens(luck[1], no_work_share_);
        double most = (sums.couple ? rates.couple : rates.single) + std::min(children, most_children_) * rates.child + rent_paid;
        if (too_ill) most += rates.no_work;
        const double free = children > 0 || too_ill ? (rent > 0 ? rates.work_allowance_rent : rates.work_allowance) : 0.0;
        const auto pay = static_cast<double>(sums.net_pay);
        total += std::max(0.0, most - taper_ * std::max(0.0, pay - free) - static_cast<double>(sums.maintenance) - static_cast<double>(sums.pensions));
    } else if (sums.retired > 0 && sums.workers == 0 && happens(luck[0], pension_credit_take_up_)) {
        const double least = (sums.retired > 1 ? rates.pension_credit_couple : rates.pension_credit_single) + rent_paid;
        total += std::max(0.0, least - static_cast<double>(sums.pensions) - static_cast<double>(sums.maintenance));
    }
    return total;
}

Budget HouseholdBudgets::of(const HouseholdColumns& households, std::size_t slot, const HouseholdSums& sums, const Words& luck, const TrendFactors& trends) const noexcept {
    const auto& money = inputs_.wider.money;
    const Tenure tenure = households.tenure[slot];
    const auto t = static_cast<std::size_t>(tenure);
    const std::size_t decile = inputs_.places.decile_of[households.place[slot]];
    const double housing = money.housing[t][decile] * size_of_home(sums.persons) * trends[Trend::housing_costs];
    Budget budget;
    const double income = trends[Trend::household_income] *
                          (static_cast<double>(sums.net_pay + sums.pensions + sums.maintenance + sums.added) + benefits(sums, is_rented(tenure) ? housing : 0.0, luck));
    budget.low_efficiency = happens(luck[2], with_odds_ratio(money.low_efficiency[t], static_cast<double>(sums.efficiency)));
    const std::size_t home = std::min<std::size_t>(households.accommodation[slot], money.fuel.empty() ? 0 : money.fuel.size() - 1);
    const double fuel = money.fuel.empty() ? 0.0 : money.fuel[home] * (budget.low_efficiency ? fuel_ratio_ : 1.0) * trends[Trend::fuel_costs];
    const double scale = first_adult_ + next_person_ * std::max(0.0, static_cast<double>(sums.persons) - 1.0 - sums.under_14) + child_ * sums.under_14;
    budget.income = static_cast<float>(income);
    budget.after_housing = static_cast<float>((income - housing) / scale);
    budget.after_fuel = static_cast<float>((income - housing - fuel) / scale);
    return budget;
}

void draw_homes(const RandomKey& key, const HouseholdColumns& households, BlockWords& luck) {
    luck.draw_all(lifelong(key), households.id, 0, Purpose::home);
}

}  // namespace spires
