#include "calibration/calibrate_economy.hpp"

#include "calibration/base_weeks.hpp"
#include "calibration/sums.hpp"
#include "core/maths.hpp"
#include "core/random.hpp"

#include <algorithm>
#include <array>

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

bool is_poor(const EconomyModel& economy, const HomeWeek& home, double line) { return static_cast<double>(home.after_housing) < economy.poverty_factor[home.place] * line; }

void solve_lines(const Inputs& inputs, double poverty_line, const BaseWeeks& weeks, EconomyModel& economy) {
    const std::size_t places = inputs.places.size();
    std::vector<std::vector<Ranked>> children(places), homes(places);
    std::vector<double> households(places, 0.0);
    double income = 0, residents = 0;
    const auto line = static_cast<float>(poverty_line);
    for (const auto& of_block : weeks)
        for (const auto& home : of_block) {
            if (home.under_16 > 0) children[home.place].push_back({home.after_housing / line, static_cast<float>(home.under_16)});
            if (home.low_efficiency) homes[home.place].push_back({home.after_fuel / line, 1.0F});
            households[home.place] += 1;
            income += static_cast<double>(home.income);
            residents += home.persons;
        }
    const auto& money = inputs.wider.money;
    economy.poverty_factor.resize(places);
    economy.fuel_factor.resize(places);
    tbb::parallel_for(std::size_t{0}, places, [&](std::size_t place) {
        economy.poverty_factor[place] = factor_at(children[place], money.children_in_poverty[place]);
        const double share = homes[place].empty() ? 0.0 : money.fuel_poverty[place] * households[place] / static_cast<double>(homes[place].size());
        economy.fuel_factor[place] = factor_at(homes[place], std::min(1.0, share));
    });
    economy.pounds_a_year = income > 0 ? inputs.parameters["household_income_a_head"] * residents / income : 0.0;
}

/// Entries that keep the number of the base, families and others apart.
void solve_homelessness(const Inputs& inputs, const Parameters& parameters, double poverty_line, const BaseWeeks& weeks, EconomyModel& economy) {
    double family = 0, other = 0;
    const HomelessnessRatios ratios(parameters);
    for (const auto& of_block : weeks)
        for (const auto& home : of_block) (home.with_dependants ? family : other) += ratios(home.tenure, is_poor(economy, home, poverty_line));
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

/// An exposure of wellbeing_effects.csv as the base has it: bits of the flags or of the conditions.
struct Exposure {
    std::uint32_t flags = 0;
    ConditionSet conditions = 0;
};

Exposure exposure_named(const HealthTables& health, const std::string& name) {
    const auto flag = std::ranges::find(exposure_flag_names, name);
    if (flag != exposure_flag_names.end()) return {1U << static_cast<unsigned>(flag - exposure_flag_names.begin()), 0};
    const auto condition = std::ranges::find(health.conditions, name, &Condition::name);
    return {0, condition == health.conditions.end() ? 0U : ConditionSet{1} << static_cast<unsigned>(condition - health.conditions.begin())};
}

void centre_wellbeing(const Inputs& inputs, const Parameters& parameters, const Population& base, ParameterDraw& draw, EconomyModel& economy) {
    const auto& effects = inputs.wider.social.effects;
    std::vector<Exposure> exposures;
    for (const auto& [name, points] : effects) exposures.push_back(exposure_named(inputs.health, name));
    const std::size_t width = effects.size() + 1;  // the last is everybody
    const auto sums = sum_over_blocks(base, width * deciles, [&](const Block& block, std::vector<double>& sum) {
        const auto& people = block.people;
        for (std::size_t row = 0; row < people.size(); ++row) {
            if (people.age(row, inputs.base_year) < 16) continue;
            double* const of_decile = &sum[inputs.places.decile_of[people.place[row]] * width];
            of_decile[effects.size()] += 1;
            const auto flags = exposure_flags(people.lonely[row] != 0, people.economic_status[row] == EconomicStatus::unemployed, people.circumstances[row]);
            for (std::size_t e = 0; e < exposures.size(); ++e)
                of_decile[e] += ((flags & exposures[e].flags) | (people.conditions[row] & exposures[e].conditions)) != 0 ? 1.0 : 0.0;
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

EconomyModel solve_economy(const Inputs& inputs, const Parameters& parameters, const BaseWeeks& weeks) {
    EconomyModel economy;
    const double poverty_line = parameters["poverty_line"];
    solve_lines(inputs, poverty_line, weeks, economy);
    solve_homelessness(inputs, parameters, poverty_line, weeks, economy);
    return economy;
}

/// Who is homeless, and the circumstances of each home by block and slot. One home after the other: the sample is systematic.
std::vector<std::vector<Circumstances>> settle_homes(const Inputs& inputs, const EconomyModel& economy, const BaseWeeks& weeks, Population& base) {
    const RandomKey key = lifelong({base.seed, 0});
    const HomelessnessRatios ratios(inputs.parameters);
    const double line = inputs.parameters["poverty_line"], cold = inputs.parameters["cold_home_share_of_fuel_poor"];
    const double leaving_it = one_minus_exp_minus(inputs.parameters["temporary_accommodation_exit"]);
    const Words luck = draw(key, 0, inputs.base_year, Purpose::homelessness);
    std::array<SystematicSample, 2> due{SystematicSample(luck[0]), SystematicSample(luck[1])};
    std::vector<std::vector<Circumstances>> of_home(weeks.size());
    for (std::size_t b = 0; b < weeks.size(); ++b) {
        auto& households = base.blocks[b].households;
        of_home[b].assign(households.size(), 0);
        for (const auto& home : weeks[b]) {
            const bool poor = is_poor(economy, home, line);
            const bool fuel_poor = home.low_efficiency && static_cast<double>(home.after_fuel) < economy.fuel_factor[home.place] * line;
            const double there = (home.with_dependants ? economy.enter_family : economy.enter_other) * ratios(home.tenure, poor) / leaving_it;
            const bool homeless = due[home.with_dependants ? 0 : 1].next(there);
            const bool is_cold = fuel_poor && happens(draw(key, households.id[home.slot], 0, Purpose::home)[3], cold);
            households.homeless[home.slot] = homeless ? 1 : 0;
            of_home[b][home.slot] = static_cast<Circumstances>((poor ? circumstance::poverty : 0) | (is_cold ? circumstance::cold_home : 0) |
                                                               (homeless ? circumstance::temporary_accommodation : 0));
        }
    }
    return of_home;
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
    const BaseWeeks weeks = work_out_weeks(inputs, parameters, base);
    economy = solve_economy(inputs, parameters, weeks);
    centre_wellbeing(inputs, parameters, base, draw, economy);
    return economy;
}

void settle_circumstances(const Inputs& inputs, Population& base) {
    const BaseWeeks weeks = work_out_weeks(inputs, inputs.parameters, base);
    const auto of_home = settle_homes(inputs, solve_economy(inputs, inputs.parameters, weeks), weeks, base);
    tbb::parallel_for(std::size_t{0}, weeks.size(), [&](std::size_t b) {
        auto& people = base.blocks[b].people;
        for (std::size_t row = 0; row < people.size(); ++row)
            people.circumstances[row] = static_cast<Circumstances>((people.circumstances[row] & circumstance::alcohol) | of_home[b][people.household[row]]);
    });
}

}  // namespace spires
