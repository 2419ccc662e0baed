#include "commands/lead.hpp"

#include "commands/figures.hpp"
#include "commands/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace spires {

namespace {

constexpr const char* healthy_years = "healthy_life_expectancy";
constexpr std::size_t years_to_be_clear = 3;  // among many indicators one or two look clear in some year by luck

double sureness(const Estimate& change) { return change.sd > 0 ? std::abs(change.mean) / change.sd : std::abs(change.mean) > 0 ? 1e300 : 0; }

bool can_be_read_out(const Variable& variable) {
    const auto of = [&](const char* ending) { return variable.name.ends_with(ending); };
    return (variable.direction == "higher" || variable.direction == "lower") && !variable.city_only && !of("_cost") && !of("_gap") && !of("_slope_index") && !of("_relative_index") &&
           !variable.name.starts_with("programme_") && variable.name != healthy_years && variable.units != "GBP";
}

bool is_clear_for_years(const ResultsReader& results, const std::string& name, const ResultsCell& cell) {
    std::size_t clear = 0;
    const std::size_t years = results.axes().years.size();
    for (std::size_t year = 0; year < years; ++year) clear += is_clear(results.difference(name, {cell.scenario, year, cell.area, cell.sex})) ? 1 : 0;
    return clear >= std::min(years, years_to_be_clear);
}

/// "Emergency admissions" within a sentence; "A&E attendances" stays as it is.
std::string within_sentence(std::string label) {
    if (label.size() > 1 && std::islower(static_cast<unsigned char>(label[1])) != 0) label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
    return label;
}

std::string change_sentence(const Variable& variable, const HeadlineRow& row, int year) {
    const double reach = std::max(std::abs(row.change.p2_5), std::abs(row.change.p97_5));
    const FigureStyle style = figure_style(variable.units, row.baseline.mean, reach);
    const bool better = (row.change.mean > 0) == (variable.direction == "higher"), up = row.change.mean > 0;
    const std::string sure = better ? chance(row.probability_better, "that it helps") : chance(1 - row.probability_better, "that it harms");
    const std::string size = size_of(row.change, variable.units == "years" ? decimals_of_years(row.change.mean) : style.change_decimals, 1 / style.factor);
    if (variable.units == "count" || variable.units == "person")
        return fmt::format("In {} there are {} {} {}{}.", year, size, up ? "more" : "fewer", within_sentence(variable.long_name), sure);
    const std::string unit = style.factor > 1 ? " percentage points" : style.unit.empty() || style.unit == "1e-5" ? (variable.units == "years" ? " years" : "") : " " + style.unit;
    return fmt::format("{} in {}: {}{} {} than without the programmes{}.", variable.long_name, year, size, unit, up ? "higher" : "lower", sure);
}

}  // namespace

std::optional<std::string> surest_ward(const ResultsReader& results, const ResultsCell& cell) {
    if (!results.has(healthy_years)) return {};
    const auto& areas = results.axes().areas;
    std::size_t wards = 0, surest = 0;
    for (std::size_t area = 0; area < areas.size(); ++area) {
        const Estimate change = results.difference(healthy_years, {cell.scenario, cell.year, area, cell.sex});
        if (areas[area].type != "ward" || std::isnan(change.p2_5)) continue;
        if (wards++ == 0 || sureness(change) > sureness(results.difference(healthy_years, {cell.scenario, cell.year, surest, cell.sex}))) surest = area;
    }
    if (wards == 0) return {};
    const ResultsCell there{cell.scenario, cell.year, surest, cell.sex};
    const double probability = results.probability_better(healthy_years, there);
    if (std::max(probability, 1 - probability) < 1 - 0.025 / static_cast<double>(wards)) return {};
    return healthy_years_sentence(results.difference(healthy_years, there), probability, areas[surest].name, results.axes().years.at(cell.year));
}

std::optional<SurestChange> surest_change(const ResultsReader& results, const ResultsCell& cell) {
    const Variable* surest = nullptr;
    for (const Variable& variable : results.variables()) {
        if (!can_be_read_out(variable)) continue;
        const Estimate change = results.difference(variable.name, cell);
        if (!is_clear(change) || !is_clear_for_years(results, variable.name, cell)) continue;
        if (surest == nullptr || sureness(change) > sureness(results.difference(surest->name, cell))) surest = &variable;
    }
    if (surest == nullptr) return {};
    return SurestChange{surest->name, change_sentence(*surest, make_row(results, surest->name, surest->long_name, cell), results.axes().years.at(cell.year))};
}

}  // namespace spires
