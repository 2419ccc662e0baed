#include "scenario/levers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

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
        {"neet", "ratio", {odds_ratio}, "odds of being in neither education, employment nor training at 16 and 17, and of no sustained destination after year 11"},
        {"employment", "ratio", {odds_ratio}, "how often people out of work come into it, against others alike (above 1); odds of work when the status is drawn anew (below 1, and in work)"},
        {"good_health", "ratio", {odds_ratio}, "odds of good or very good general health"},
        {"household_income", "pounds a week", {add(-1000, 1000)}, "income of the household"},
        {"home_energy", "ratio", {odds_ratio}, "odds that the home is of band D or worse"},
        {"temporary_accommodation", "ratio", {rate_ratio}, "rate at which the household comes into temporary accommodation"},
        {"no2", "µg/m³", {add(-30, 30)}, "nitrogen dioxide where the person lives"},
        {"pm25", "µg/m³", {add(-15, 15)}, "fine particles where the person lives"},
        {"alcohol", "ratio", {odds_ratio}, "odds of drinking more than 21 (men) or 14 (women) units a week"},
        {"wellbeing", "points of 10", {add(-5, 5)}, "life satisfaction"},
        {"feeling_safe", "ratio", {odds_ratio}, "odds of feeling very safe or safe at 11 to 18"},
        {"local_influence", "ratio", {odds_ratio}, "odds of feeling able to influence local decisions"},
        {"healthy_weight_year_6", "ratio", {odds_ratio}, "odds of a healthy weight in year 6"},
        {"dementia_diagnosis", "ratio", {odds_ratio}, "odds that dementia is diagnosed"},
        {"camhs.capacity", "children a year", {add(0, 10)}, "children taken into the care of mental health services"},
    };
}

/// A name or label within a sentence: what a label adds after a comma or in brackets is left out, "A&E" stays as it is.
std::string in_words(std::string name) {
    name.resize(std::min({name.find(','), name.find(" ("), name.size()}));
    std::ranges::replace(name, '_', ' ');
    if (name.size() > 1 && std::islower(static_cast<unsigned char>(name[1])) != 0) name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    return name;
}

}  // namespace

const PermittedChange* LeverDescription::permitted(Change change) const noexcept {
    const auto found = std::ranges::find(changes, change, &PermittedChange::change);
    return found == changes.end() ? nullptr : &*found;
}

LeverTable::LeverTable(std::span<const std::string> conditions, std::span<const std::string> services, std::span<const std::string> screening)
    : conditions_(conditions.size()), services_(services.size()), levers_(fixed_lines()) {
    const auto add_levers = [this](std::span<const std::string> names, std::string_view quantity, PermittedChange change) {
        for (const auto& name : names) levers_.push_back({fmt::format("{}.{}", name, quantity), "ratio", {change}, ""});
    };
    for (const auto rate : {"incidence", "recovery", "case_fatality"}) add_levers(conditions, rate, rate_ratio);
    add_levers(services, "rate", rate_ratio);
    add_levers(screening, "uptake", odds_ratio);
    describe_by(conditions, services, screening);
}

void LeverTable::describe_by(std::span<const std::string> conditions, std::span<const std::string> services, std::span<const std::string> screening) {
    std::size_t lever = fixed_levers;
    const auto describe = [&](std::span<const std::string> labels, std::string_view text) {
        for (const auto& label : labels) levers_[lever++].description = fmt::format(fmt::runtime(text), in_words(label));
    };
    describe(conditions, "rate of new cases of {}");
    describe(conditions, "rate of recovery from {}");
    describe(conditions, "rate of death from {} among those who have it");
    describe(services, "rate of {}");
    describe(screening, "odds of coming to {}");
}

std::vector<std::string> LeverTable::names() const {
    std::vector<std::string> names;
    for (const auto& lever : levers_) names.push_back(lever.name);
    return names;
}

}  // namespace spires
