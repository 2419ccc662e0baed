#include "scenario/consistency.hpp"

#include "scenario/read_value.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spires {

namespace {

/// The smallest and the greatest number that a value names.
std::pair<double, double> extremes_of(const Value& value) {
    const auto named = named_numbers(value);
    if (named.empty()) return {value.mean, value.mean};
    const auto [low, high] = std::ranges::minmax(named);
    return {low, high};
}

/// Whether a share is above 0 for somebody who is eligible.
bool is_anybodys(const Value& share, const Eligibility& eligible, const ScenarioContext& context) {
    return std::ranges::any_of(context.places.cells, [&](const Cell& cell) {
        if (!lets_in(eligible.ward, cell.ward) || !lets_in(eligible.decile, cell.decile)) return false;
        for (int age = eligible.age_from; age <= std::min(eligible.age_to, 120); ++age)
            if (share.at(cell.decile, age, cell.ward) > 0) return true;
        return false;
    });
}

}  // namespace

void refuse_contradiction(const Intervention& intervention, Position where, Reading& reading) {
    if (!intervention.places) return;
    const bool offered = is_anybodys(intervention.reach, intervention.eligible, reading.context);
    const bool taken = is_anybodys(intervention.uptake, intervention.eligible, reading.context);
    if (*intervention.places == 0 && offered && taken)
        reading.problem(where, "'places' is 0 although people take it up; give at least 1, or leave 'places' out for no limit");
    else if (*intervention.places > 0 && !(offered && taken))
        reading.problem(where, fmt::format("'places' is {} but '{}' is 0 for all who are eligible: nobody would take them; raise the {}, or take the intervention out",
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

}  // namespace spires
