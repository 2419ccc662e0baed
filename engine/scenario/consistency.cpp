#include "scenario/consistency.hpp"

#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace spires {

namespace {

/// The smallest and the greatest number that a value names.
struct Extremes {
    double low = 0, high = 0;
};
Extremes extremes_of(const Value& value) {
    std::vector<double> named;
    if (value.by_decile) named.assign(value.by_decile->begin(), value.by_decile->end());
    named.insert(named.end(), value.by_ward.begin(), value.by_ward.end());
    for (const auto& [age, number] : value.by_age) named.push_back(number);
    std::erase_if(named, [](double number) { return std::isnan(number); });
    if (named.empty()) return {value.mean, value.mean};
    const auto [low, high] = std::ranges::minmax(named);
    return {low, high};
}

/// How far ratios on one lever go together, at the ages and places where they are furthest from 1.
struct Product {
    double low = 1, high = 1;
    std::vector<std::string> of;  ///< ids of interventions, each once
    int effects = 0;

    void multiply(const Effect& effect, const std::string& id) {
        const auto [least, greatest] = extremes_of(effect.size);
        low *= std::min(1.0, least);
        high *= std::max(1.0, greatest);
        ++effects;
        if (std::ranges::find(of, id) == of.end()) of.push_back(id);
    }
    /// The product that a lever cannot take, or 1.
    [[nodiscard]] double excess(const LeverDescription& lever) const {
        const auto& permitted = lever.changes.front();
        return low < permitted.low ? low : (high > permitted.high ? high : 1.0);
    }
};
using Products = std::map<std::size_t, Product>;  // by lever

void add_ratios(const Intervention& intervention, Products& products) {
    for (const auto& effect : intervention.effects)
        if (is_ratio(effect.change)) products[effect.lever].multiply(effect, intervention.id);
}

/// Whether somebody may be offered both, as far as sex, age, place, ethnic group and years tell.
bool may_meet(const Intervention& a, const Intervention& b) {
    const auto &one = a.eligible, &other = b.eligible;
    const auto share = [&](CategoryMask Eligibility::*mask) { return (one.*mask & other.*mask) != 0; };
    const int years_apart = std::max({0, b.from - a.to, a.from - b.to});  // who joined one may join the other older
    const bool ages = one.age_from <= other.age_to + years_apart && other.age_from <= one.age_to + years_apart;
    return ages && share(&Eligibility::sex) && share(&Eligibility::decile) && share(&Eligibility::ward) && share(&Eligibility::ethnic_group);
}

}  // namespace

void refuse_contradiction(const Intervention& intervention, Position where, Reading& reading) {
    if (!intervention.places) return;
    const auto takers = [&](const Value& share) { return extremes_of(share).high > 0; };
    const bool offered = takers(intervention.reach), taken = takers(intervention.uptake);
    if (*intervention.places == 0 && offered && taken)
        reading.problem(where, "'places' is 0 although people take it up; give at least 1, or leave 'places' out for no limit");
    else if (*intervention.places > 0 && !(offered && taken))
        reading.problem(where, fmt::format("'places' is {} but '{}' is 0: nobody would take them; raise the {}, or take the intervention out",
                                           *intervention.places, taken ? "reach" : "uptake", taken ? "reach" : "uptake"));
}

void refuse_wide_effect(const Effect& effect, Position where, Reading& reading) {
    const auto* permitted = reading.context.levers[effect.lever].permitted(effect.change);
    if (permitted == nullptr || effect.size.sd <= 0) return;
    const double reach = 1.96 * effect.size.sd;
    const auto [low, high] = extremes_of(effect.size);
    const bool on_log = is_ratio(effect.change);
    const double least = on_log ? low * std::exp(-reach) : low - reach, greatest = on_log ? high * std::exp(reach) : high + reach;
    if (least >= permitted->low && greatest <= permitted->high) return;
    reading.problem(where, fmt::format("with sd {:.4g}{} the 95 % limits of '{}' are {:.4g} and {:.4g}, outside {} to {}; give a smaller sd",
                                       effect.size.sd, on_log ? " (on the logarithm)" : "", name_of(effect.change), least, greatest, permitted->low, permitted->high));
}

void refuse_excess(const Intervention& intervention, Position where, Reading& reading) {
    Products products;
    add_ratios(intervention, products);
    for (const auto& [index, product] : products) {
        const auto& lever = reading.context.levers[index];
        const double excess = product.excess(lever);
        if (product.effects > 1 && excess != 1.0)
            reading.problem(where, fmt::format("the {} effects on '{}' multiply to {:.4g}, outside {} to {}: no chance could follow; take one of them out",
                                               product.effects, lever.name, excess, lever.changes.front().low, lever.changes.front().high));
    }
}

void refuse_joint_excess(const Scenario& scenario, const LeverTable& levers, Problems& problems) {
    std::map<std::size_t, bool> told;  // by lever
    for (const auto& first : scenario.interventions) {
        Products products;
        for (const auto& other : scenario.interventions)
            if (may_meet(first, other)) add_ratios(other, products);
        for (const auto& [index, product] : products) {
            const double excess = product.excess(levers[index]);
            if (product.of.size() < 2 || excess == 1.0 || std::exchange(told[index], true)) continue;
            problems.add(first.where, fmt::format("the interventions {} multiply '{}' to {:.4g} for whoever joins them all, outside {} to {}: no chance could follow; "
                                                  "take one out, or let 'eligible' keep them apart",
                                                  fmt::join(product.of, ", "), levers[index].name, excess, levers[index].changes.front().low, levers[index].changes.front().high));
        }
    }
}

}  // namespace spires
