#include "calibration/calibrate_economy.hpp"

#include "calibration/sums.hpp"
#include "core/maths.hpp"
#include "core/random.hpp"
#include "population/households.hpp"
#include "processes/household_budget.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace spires {

namespace {

/// A household of the base on its place's scale.
struct Ranked {
    float ratio = 0;   ///< income over the poverty line
    float weight = 0;  ///< children, or 1
};

/// The factor of the line below which `share` of the weight lies.
double factor_at(std::vector<Ranked>& ranked, double share) {
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) { return a.ratio < b.ratio; });
    double total = 0;
    for (const auto& one : ranked) total += static_cast<double>(one.weight);
    double left = share * total;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        left -= static_cast<double>(ranked[i].weight);
        if (left <= 0) return 0.5 * static_cast<double>(ranked[i].ratio + ranked[std::min(i + 1, ranked.size() - 1)].ratio);
    }
    return ranked.empty() ? 1.0 : static_cast<double>(ranked.back().ratio) * 1.01 + 0.01;
}

/// Calls visit(slot, weeks) for every private household of a block that somebody lives in.
template <class Visit>
void for_each_household(const Inputs& inputs, const HouseholdBudgets& budgets, const Block& block, const RandomKey& key, Visit visit) {
    Strata strata;
    strata.classify(block.people, inputs.base_year, inputs.places);
    BlockWords lasting, home;
    lasting.draw_all(lifelong(key), block.people.id, 0, Purpose::lifelong);
    draw_homes(key, block.households, home);
    HouseholdWeeks weeks;
    budgets.gather(block, strata, lasting, nullptr, weeks);
    budgets.work_out(block.households, home, weeks);
    for (std::size_t slot = 0; slot < weeks.sums.size(); ++slot)
        if (weeks.sums[slot].count(Member::person) > 0 && is_private(block, slot)) visit(slot, weeks);
}

bool is_poor(const EconomyModel& economy, const HouseholdBudgets& budgets, const HouseholdWeeks& weeks, std::size_t slot, std::size_t place) {
    return static_cast<double>(weeks.after_housing[slot]) < economy.poverty_factor[place] * budgets.poverty_line();
}

void solve_lines(const Inputs& inputs, const HouseholdBudgets& budgets, const Population& base, const RandomKey& key, EconomyModel& economy) {
    const std::size_t places = inputs.places.size();
    std::vector<std::vector<Ranked>> children(places), homes(places);
    std::vector<double> households(places, 0.0);
    double income = 0, residents = 0;
    for (const auto& block : base.blocks)
        for_each_household(inputs, budgets, block, key, [&](std::size_t slot, const HouseholdWeeks& weeks) {
            const std::size_t place = block.households.place[slot];
            const auto line = static_cast<float>(budgets.poverty_line());
            const std::uint32_t under_16 = weeks.sums[slot].count(Member::under_16);
            if (under_16 > 0) children[place].push_back({weeks.after_housing[slot] / line, static_cast<float>(under_16)});
            if (weeks.low_efficiency[slot] != 0) homes[place].push_back({weeks.after_fuel[slot] / line, 1.0F});
            households[place] += 1;
            income += static_cast<double>(weeks.income[slot]);
            residents += weeks.sums[slot].count(Member::person);
        });
    const auto& money = inputs.wider.money;
    for (std::size_t place = 0; place < places; ++place) {
        economy.poverty_factor.push_back(factor_at(children[place], money.children_in_poverty[place]));
        const double share = homes[place].empty() ? 0.0 : money.fuel_poverty[place] * households[place] / static_cast<double>(homes[place].size());
        economy.fuel_factor.push_back(factor_at(homes[place], std::min(1.0, share)));
    }
    economy.pounds_a_year = income > 0 ? inputs.parameters["household_income_a_head"] * residents / income : 0.0;
}

/// Entries that keep the number of the base, families and others apart.
void solve_homelessness(const Inputs& inputs, const Parameters& parameters, const HouseholdBudgets& budgets, const Population& base, const RandomKey& key, EconomyModel& economy) {
    double family = 0, other = 0;
    const HomelessnessRatios ratios(parameters);
    for (const auto& block : base.blocks)
        for_each_household(inputs, budgets, block, key, [&](std::size_t slot, const HouseholdWeeks& weeks) {
            const bool poor = is_poor(economy, budgets, weeks, slot, block.households.place[slot]);
            (weeks.sums[slot].count(Member::dependant) > 0 ? family : other) += ratios(block.households.tenure[slot], poor);
        });
    const double stock = inputs.parameters["temporary_accommodation_households"], families = inputs.parameters["temporary_accommodation_families"];
    const double entries = stock * one_minus_exp_minus(parameters["temporary_accommodation_exit"]);
    economy.enter_family = family > 0 ? entries * families / family : 0.0;
    economy.enter_other = other > 0 ? entries * (1.0 - families) / other : 0.0;
}

/// Takes one in 1/chance of a list, at even steps from a random start: the number is the expected one to within 1.
class SystematicSample {
public:
    explicit SystematicSample(std::uint32_t luck) : passed_(luck * 0x1p-32) {}
    bool next(double chance) {
        passed_ += chance;
        if (passed_ < 1.0) return false;
        passed_ -= 1.0;
        return true;
    }

private:
    double passed_;
};

/// Whether a person of the base has an exposure of wellbeing_effects.csv: a flag or a condition.
bool has_exposure(const HealthTables& health, const PersonColumns& people, std::size_t row, const std::string& name) {
    const auto flag = std::ranges::find(exposure_flag_names, name);
    if (flag != exposure_flag_names.end())
        return ((exposure_flags(people.lonely[row] != 0, people.economic_status[row] == EconomicStatus::unemployed, people.circumstances[row]) >>
                 static_cast<unsigned>(flag - exposure_flag_names.begin())) & 1U) != 0;
    for (std::size_t c = 0; c < health.conditions.size(); ++c)
        if (health.conditions[c].name == name) return people.has(row, c);
    return false;
}

void centre_wellbeing(const Inputs& inputs, const Parameters& parameters, const Population& base, ParameterDraw& draw, EconomyModel& economy) {
    const auto& effects = inputs.wider.social.effects;
    const std::size_t width = effects.size() + 1;  // the last is everybody
    const auto sums = sum_over_blocks(base, width * deciles, [&](const Block& block, std::vector<double>& sum) {
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            if (block.people.age(row, inputs.base_year) < 16) continue;
            double* const of_decile = &sum[inputs.places.places[block.people.place[row]].decile * width];
            of_decile[effects.size()] += 1;
            for (std::size_t e = 0; e < effects.size(); ++e) of_decile[e] += has_exposure(inputs.health, block.people, row, effects[e].first);
        }
    });
    for (std::size_t e = 0; e < effects.size(); ++e) {
        auto& share = economy.share_with_effect.emplace_back();
        for (std::size_t d = 0; d < deciles; ++d) {
            const double everybody = sums[d * width + effects.size()];
            share[d] = everybody > 0 ? sums[d * width + e] / everybody : 0.0;
        }
        economy.effect.push_back(effects[e].second * draw.causal_fraction(effects[e].first, parameters.entry("causal_fraction")));
    }
}

}  // namespace

HomelessnessRatios::HomelessnessRatios(const Parameters& parameters) : poor_(parameters["homelessness_ratio_poor"]) {
    of_tenure_.fill(parameters["homelessness_ratio_owned"]);
    of_tenure_[static_cast<std::size_t>(Tenure::private_rent)] = parameters["homelessness_ratio_private_rent"];
    of_tenure_[static_cast<std::size_t>(Tenure::social_rent)] = parameters["homelessness_ratio_social_rent"];
}

EconomyModel calibrate_economy(const Inputs& inputs, const Parameters& parameters, const Population& base, ParameterDraw& draw) {
    EconomyModel economy;
    if (!inputs.wider.present()) return economy;
    const RandomKey key = lifelong({base.seed, 0});
    const HouseholdBudgets budgets(inputs, parameters);
    solve_lines(inputs, budgets, base, key, economy);
    solve_homelessness(inputs, parameters, budgets, base, key, economy);
    centre_wellbeing(inputs, parameters, base, draw, economy);
    return economy;
}

void settle_circumstances(const Inputs& inputs, const EconomyModel& economy, Population& base) {
    const RandomKey key = lifelong({base.seed, 0});
    const HouseholdBudgets budgets(inputs, inputs.parameters);
    const HomelessnessRatios ratios(inputs.parameters);
    const double leaving_it = one_minus_exp_minus(inputs.parameters["temporary_accommodation_exit"]), cold = inputs.parameters["cold_home_share_of_fuel_poor"];
    std::array<SystematicSample, 2> due{SystematicSample(draw(key, 0, inputs.base_year, Purpose::homelessness)[0]), SystematicSample(draw(key, 0, inputs.base_year, Purpose::homelessness)[1])};
    for (auto& block : base.blocks) {
        std::vector<Circumstances> of_home(block.households.size(), 0);
        for_each_household(inputs, budgets, block, key, [&](std::size_t slot, const HouseholdWeeks& weeks) {
            const std::size_t place = block.households.place[slot];
            const bool poor = is_poor(economy, budgets, weeks, slot, place);
            const bool fuel_poor = weeks.low_efficiency[slot] != 0 && static_cast<double>(weeks.after_fuel[slot]) < economy.fuel_factor[place] * budgets.poverty_line();
            const bool family = weeks.sums[slot].count(Member::dependant) > 0;
            const double there = (family ? economy.enter_family : economy.enter_other) * ratios(block.households.tenure[slot], poor) / leaving_it;
            block.households.homeless[slot] = due[family ? 0 : 1].next(there) ? 1 : 0;
            const bool is_cold = fuel_poor && happens(draw(lifelong(key), block.households.id[slot], 0, Purpose::home)[3], cold);
            of_home[slot] = static_cast<Circumstances>((poor ? circumstance::poverty : 0) | (is_cold ? circumstance::cold_home : 0) |
                                                       (block.households.homeless[slot] != 0 ? circumstance::temporary_accommodation : 0));
        });
        for (std::size_t row = 0; row < block.people.size(); ++row)
            block.people.circumstances[row] = static_cast<Circumstances>((block.people.circumstances[row] & circumstance::alcohol) | of_home[block.people.household[row]]);
    }
}

}  // namespace spires
