#include "report/tidy_tables.hpp"

#include "core/error.hpp"
#include "report/tidy_metadata.hpp"
#include "report/write_text.hpp"
#include "results/partial_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>

namespace spires {

namespace {

constexpr std::array<const char*, 3> sexes{"persons", "female", "male"};
constexpr std::array<const char*, 3> sex_labels{"Everyone", "Women and girls", "Men and boys"};

std::string line(const std::vector<std::string>& cells) { return fmt::format("{}\n", fmt::join(cells, ",")); }

std::string header(const TidyTable& table) {
    std::vector<std::string> names;
    for (const TidyColumn& column : table.columns) names.push_back(column.name);
    return line(names);
}

std::string scenarios(const ResultsAxes& axes) {
    std::string rows;
    for (const ScenarioLabel& each : axes.scenarios)
        rows += line({text_cell(each.stem), text_cell(each.name), text_cell(each.description), text_cell(each.ambition), text_cell(fmt::format("{}", fmt::join(each.pillars, " ")))});
    return rows;
}

std::string areas(const ResultsAxes& axes) {
    std::string rows;
    for (const Area& each : axes.areas) rows += line({text_cell(each.code), text_cell(each.name), text_cell(each.type)});
    return rows;
}

std::string indicators(const ResultsReader& results) {
    std::string rows;
    for (const Variable& each : results.variables())
        rows += line({text_cell(each.name), text_cell(each.long_name), text_cell(each.units), text_cell(each.description), text_cell(each.direction), text_cell(each.ambition), text_cell(each.source)});
    return rows;
}

std::string sex_rows() {
    std::string rows;
    for (std::size_t i = 0; i < sexes.size(); ++i) rows += line({sexes[i], sex_labels[i]});
    return rows;
}

/// Rows of one indicator. What has no value has no row.
std::string facts(const ResultsReader& results, const Variable& variable) {
    const ResultsAxes& axes = results.axes();
    const std::size_t areas = variable.city_only ? 1 : axes.areas.size(), cells = axes.cells(variable), scenarios = axes.scenarios.size();
    const auto level = results.numbers(variable.name), change = results.numbers(variable.name + "_difference"), better = results.numbers(variable.name + "_probability_better");
    if (level.size() != scenarios * statistic_count * cells || change.size() != level.size() || better.size() != scenarios * cells)
        throw UserError(Exit::wrong_data, fmt::format("{}: error: the file is damaged or incomplete at {}", results.file().string(), variable.name));
    std::string rows;
    for (std::size_t s = 0; s < scenarios; ++s)
        for (std::size_t at = 0; at < cells; ++at) {
            const double* of_level = level.data() + s * statistic_count * cells + at;
            if (std::isnan(of_level[0])) continue;
            const double* of_change = change.data() + s * statistic_count * cells + at;
            const std::size_t sex = at % 3, area = at / 3 % areas, year = at / 3 / areas;
            rows += line({text_cell(variable.name), text_cell(axes.scenarios[s].stem), text_cell(axes.areas[area].code), sexes[sex], std::to_string(axes.years[year]),
                          number_cell(of_level[0]), number_cell(of_level[2 * cells]), number_cell(of_level[4 * cells]),
                          number_cell(of_change[0]), number_cell(of_change[2 * cells]), number_cell(of_change[4 * cells]), number_cell(better[s * cells + at])});
        }
    return rows;
}

/// The facts are written indicator by indicator: together they may be larger than one likes to hold.
void write_facts(const std::filesystem::path& file, const TidyTable& table, const ResultsReader& results, const std::string& mark) {
    PartialFile partial(file);
    {
        std::ofstream out(partial.path(), std::ios::binary);
        out << mark << header(table);
        for (const Variable& variable : results.variables()) out << facts(results, variable);
        if (!out.flush()) throw UserError(Exit::reading_or_writing_failed, fmt::format("{}: error: could not be written whole; is the disk full?", file.string()));
    }
    partial.commit();
}

}  // namespace

std::vector<TidyTable> tidy_tables() {
    const TidyColumn ambition{"ambition", "string", "ambition of the Health and Wellbeing Strategy it serves", ""};
    return {
        {"dim_scenario", "Scenarios; the baseline is the first", {{"scenario", "string", "name in files and on the command line", ""}, {"scenario_name", "string", "its title", ""}, {"description", "string", "what was tried", ""}, ambition, {"pillars", "string", "pillars of the population health framework, with spaces between", ""}}, {"scenario"}},
        {"dim_area", "Areas", {{"area_code", "string", "GSS code of the city and wards (E...); IMD01 to IMD10 for the tenths of deprivation", ""}, {"area_name", "string", "its name", ""}, {"area_type", "string", "city, ward, imd_decile or locality", ""}}, {"area_code"}},
        {"dim_sex", "Sexes", {{"sex", "string", "persons, female or male", ""}, {"sex_label", "string", "for charts", ""}}, {"sex"}},
        {"dim_indicator", "Indicators", {{"indicator", "string", "name, kept for ever", ""}, {"indicator_name", "string", "its title", ""}, {"units", "string", "1 is a share from 0 to 1; 1e-5 is per 100,000; GBP is pounds of 2022", ""}, {"description", "string", "what is counted", ""}, {"better_is", "string", "higher, lower or none", ""}, ambition, {"source", "string", "where the definition or data come from", ""}}, {"indicator"}},
        {"fact_indicator", "Every indicator by scenario, area, sex and year", {
            {"indicator", "string", "", "dim_indicator.indicator"}, {"scenario", "string", "", "dim_scenario.scenario"}, {"area_code", "string", "", "dim_area.area_code"}, {"sex", "string", "", "dim_sex.sex"},
            {"year", "integer", "stocks at mid-year; flows from there to the next mid-year", ""}, {"value", "number", "mean over replicates", ""}, {"lower_95", "number", "lower end of the 95 % interval", ""}, {"upper_95", "number", "upper end", ""},
            {"change", "number", "scenario less baseline, replicate by replicate", ""}, {"change_lower_95", "number", "lower end of its 95 % interval", ""}, {"change_upper_95", "number", "upper end", ""}, {"probability_better", "number", "chance, 0 to 1, that the scenario does better; empty where neither way is better", ""}},
         {"indicator", "scenario", "area_code", "sex", "year"}},
    };
}

std::string text_cell(std::string_view text) {
    // A quote mark before it keeps Excel, LibreOffice and Sheets from taking a text for a formula.
    const bool formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    std::string cell = formula ? "'" : "";
    cell += text;
    if (cell.find_first_of("\",\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char letter : cell) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string number_cell(double value) {
    if (!std::isfinite(value)) return "";
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value == 0 ? 0.0 : value).ptr;
    return {text.data(), end};
}

void write_tidy_tables(const std::filesystem::path& folder, const ResultsReader& results, bool for_excel) {
    const std::string mark = for_excel ? "\xEF\xBB\xBF" : "";
    const auto tables = tidy_tables();
    const std::array<std::string, 4> rows{scenarios(results.axes()), areas(results.axes()), sex_rows(), indicators(results)};
    for (std::size_t i = 0; i < rows.size(); ++i) write_text(folder / tables[i].file(), mark + header(tables[i]) + rows[i]);
    write_facts(folder / tables.back().file(), tables.back(), results, mark);
    write_text(folder / "datapackage.json", frictionless_package(tables, results));
    write_text(folder / "csv-metadata.json", csvw_metadata(tables, results));
}

}  // namespace spires
