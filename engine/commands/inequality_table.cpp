#include "commands/inequality_table.hpp"

#include "commands/columns.hpp"
#include "commands/figures.hpp"
#include "indicators/ethnic_groups.hpp"
#include "population/categories.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <ostream>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* by_ethnic_group = "healthy_years_gained_by_ethnic_group";

bool is_of_inequality(const Variable& variable) {
    return variable.name.ends_with("_gap") || variable.name.ends_with("_slope_index") || variable.name.ends_with("_relative_index");
}

Json estimate(const Estimate& found) {
    return {{"mean", found.mean}, {"sd", found.sd}, {"p2_5", found.p2_5}, {"p50", found.p50}, {"p97_5", found.p97_5}};
}

/// Estimates of a dataset of the group `inequality` by its inner axis; empty when it is not there.
std::vector<Estimate> estimates(const ResultsReader& results, const std::string& name, std::size_t scenario) {
    const std::vector<double> all = results.numbers("inequality/" + name);
    const std::size_t a_scenario = all.size() / results.axes().scenarios.size();
    std::vector<Estimate> found;
    for (std::size_t at = scenario * a_scenario; at + statistic_count <= (scenario + 1) * a_scenario; at += statistic_count)
        found.push_back({all[at], all[at + 1], all[at + 2], all[at + 3], all[at + 4]});
    return found;
}

std::string with_interval(const Estimate& found, int decimals, double unit = 1) {
    return fmt::format("{} ({} to {})", signed_figure(found.mean * unit, decimals), signed_figure(found.p2_5 * unit, decimals), signed_figure(found.p97_5 * unit, decimals));
}

void print_gaps(std::ostream& out, const ResultsReader& results, std::size_t scenario, std::size_t year) {
    std::vector<Row> rows;
    for (const Variable& variable : results.variables()) {
        if (!is_of_inequality(variable)) continue;
        const double level = results.level(variable.name, {0, year, 0, 0}).mean;
        if (std::isnan(level)) continue;
        const Estimate change = results.difference(variable.name, {scenario, year, 0, 0});
        const bool relative = variable.name.ends_with("_relative_index"), share = variable.units == "1" && !relative;
        const int decimals = relative ? 4 : variable.units == "years" ? 3 : 2;
        rows.push_back({variable.long_name + (share ? ", %" : variable.units == "1e-5" ? ", per 100,000" : relative ? "" : ", " + variable.units), figure(level * (share ? 100 : 1), relative ? 3 : 1),
                        with_interval(change, decimals, share ? 100 : 1), percent(results.probability_better(variable.name, {scenario, year, 0, 0}))});
    }
    print_columns(out, {"", fmt::format("baseline {}", results.axes().years.at(year)), "change (95 % interval)", "chance it narrows"}, rows, "lrrr", "  ");
}

void print_benefit(std::ostream& out, const ResultsReader& results, std::size_t scenario) {
    const auto gained = estimates(results, "healthy_years_gained", scenario);
    const auto& axes = results.axes();
    if (gained.size() != axes.areas.size()) return;
    std::vector<Row> rows;
    for (std::size_t area = 0; area < gained.size(); ++area) rows.push_back({axes.areas[area].name, with_interval(gained[area], 3)});
    out << fmt::format("  Healthy years gained {}-{} per 1,000 person-years\n", axes.years.front(), axes.years.back());
    print_columns(out, {"", "gained (95 % interval)"}, rows, "lr", "  ");
    const auto more = estimates(results, "healthy_years_gained_most_less_least", scenario);
    const auto chance = results.numbers("inequality/chance_most_deprived_gain_more");
    if (more.size() == 1 && chance.size() == axes.scenarios.size())
        out << fmt::format("  Most less least deprived tenth: {}; the chance that the most deprived gain more is {}\n", with_interval(more[0], 3), percent(chance[scenario]));
}

void print_ethnic_groups(std::ostream& out, const ResultsReader& results, std::size_t scenario) {
    const auto gained = estimates(results, by_ethnic_group, scenario);
    if (gained.size() != ethnic_group_names.size()) return;
    std::vector<Row> rows;
    for (std::size_t group = 0; group < gained.size(); ++group) rows.push_back({group_label(ethnic_group_names[group]), with_interval(gained[group], 3)});
    out << "  The same by ethnic group. No rate differs by it: this tells whom the programmes reach\n";
    print_columns(out, {"", "gained (95 % interval)"}, rows, "lr", "  ");
}

}  // namespace

void print_inequality(std::ostream& out, const ResultsReader& results, std::size_t year) {
    for (std::size_t scenario = 1; scenario < results.axes().scenarios.size(); ++scenario) {
        out << results.axes().scenarios[scenario].name << '\n';
        print_gaps(out, results, scenario, year);
        print_benefit(out, results, scenario);
        print_ethnic_groups(out, results, scenario);
    }
}

nlohmann::ordered_json inequality_json(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    Json made{{"measures", Json::array()}, {"healthy_years_gained_per_1000_person_years", Json::array()}};
    for (const Variable& variable : results.variables()) {
        if (!is_of_inequality(variable)) continue;
        made["measures"].push_back({{"indicator", variable.name}, {"units", variable.units}, {"baseline", estimate(results.level(variable.name, {0, year, 0, 0}))},
                                    {"change", estimate(results.difference(variable.name, {scenario, year, 0, 0}))},
                                    {"probability_narrows", results.probability_better(variable.name, {scenario, year, 0, 0})}});
    }
    const auto gained = estimates(results, "healthy_years_gained", scenario);
    const auto& areas = results.axes().areas;
    for (std::size_t area = 0; area < gained.size() && area < areas.size(); ++area)
        made["healthy_years_gained_per_1000_person_years"].push_back({{"area", areas[area].code}, {"name", areas[area].name}, {"gained", estimate(gained[area])}});
    const auto of_groups = estimates(results, by_ethnic_group, scenario);
    made["healthy_years_gained_per_1000_person_years_by_ethnic_group"] = Json::array();
    for (std::size_t group = 0; group < of_groups.size() && group < ethnic_group_names.size(); ++group)
        made["healthy_years_gained_per_1000_person_years_by_ethnic_group"].push_back({{"ethnic_group", ethnic_group_names[group]}, {"gained", estimate(of_groups[group])}});
    const auto chance = results.numbers("inequality/chance_most_deprived_gain_more");
    made["chance_most_deprived_gain_more"] = chance.size() == results.axes().scenarios.size() ? Json(chance[scenario]) : Json(nullptr);
    return made;
}

}  // namespace spires
