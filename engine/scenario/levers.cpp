#include "scenario/levers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spires {

namespace {

// A ratio beyond these is a slip of the pen, not an effect that anyone has measured.
constexpr double least_ratio = 0.05, greatest_ratio = 20;

constexpr PermittedChange add(double low, double high) { return {Change::add, low, high}; }
constexpr PermittedChange ratio(Change kind) { return {kind, least_ratio, greatest_ratio}; }
constexpr PermittedChange odds_ratio = ratio(Change::odds_ratio);
constexpr PermittedChange rate_ratio = ratio(Change::rate_ratio);

/// One line a lever, in the order of the enumeration. It permits the kinds of change that the process
/// reading the lever acts on, and no other: what is not acted on must not be accepted.
std::vector<LeverDescription> fixed_lines() {
    return {
        {"activity.minutes_per_week", "minutes a week", {add(-600, 600)}, "moderate or vigorous physical activity"},
        {"body_mass_index", "kg/m²", {add(-15, 15)}, "body mass index"},
        {"smoking.initiation", "ratio", {rate_ratio}, "rate at which people who never smoked start"},
        {"smoking.quitting", "ratio", {rate_ratio}, "rate at which smokers quit"},
        {"loneliness", "ratio", {odds_ratio}, "odds of being lonely often or always"},
        {"good_level_of_development", "ratio", {odds_ratio}, "odds of a good level of development at the end of Reception"},
        {"neet", "ratio", {odds_ratio}, "odds of being in neither education, employment nor training at 16 and 17"},
        {"employment", "ratio", {odds_ratio}, "odds of work when the economic status is drawn anew"},
        {"good_health", "ratio", {odds_ratio}, "odds of good or very good general health"},
    };
}

std::string in_words(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
}

}  // namespace

const PermittedChange* LeverDescription::permitted(Change change) const noexcept {
    const auto found = std::ranges::find(changes, change, &PermittedChange::change);
    return found == changes.end() ? nullptr : &*found;
}

LeverTable::LeverTable(std::span<const std::string> conditions, std::span<const std::string> services)
    : conditions_(conditions.size()), levers_(fixed_lines()) {
    const auto add_rates = [this](std::span<const std::string> names, std::string_view rate, std::string_view text) {
        for (const auto& name : names)
            levers_.push_back({fmt::format("{}.{}", name, rate), "ratio", {rate_ratio},
                               fmt::format(fmt::runtime(text), in_words(name))});
    };
    add_rates(conditions, "incidence", "rate of new cases of {}");
    add_rates(conditions, "recovery", "rate of recovery from {}");
    add_rates(conditions, "case_fatality", "rate of death from {} among those who have it");
    add_rates(services, "rate", "rate of use of {}");
}

std::vector<std::string> LeverTable::names() const {
    std::vector<std::string> names;
    for (const auto& lever : levers_) names.push_back(lever.name);
    return names;
}

}  // namespace spires
