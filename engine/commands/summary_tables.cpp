#include "commands/figures.hpp"
#include "commands/headline.hpp"
#include "commands/summary.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace spires {

namespace {

constexpr int label_width = 44;

struct Line {
    std::string label, baseline, change, lower, upper, sure;
};

struct Columns {
    std::string baseline, change, interval, sure;
};

std::size_t width_of(const std::vector<Line>& lines, std::string Line::*part) {
    std::size_t width = 0;
    for (const Line& line : lines) width = std::max(width, (line.*part).size());
    return width;
}

void print_lines(std::ostream& out, const Columns& heads, const std::vector<Line>& lines) {
    out << fmt::format("{:{}}{:>15}{:>10}{:>22}{:>15}\n", "", label_width, heads.baseline, heads.change, heads.interval, heads.sure);
    const std::size_t low = width_of(lines, &Line::lower), high = width_of(lines, &Line::upper);
    for (const Line& line : lines) {
        const std::string interval = line.lower == "–" ? "–" : fmt::format("{:>{}} to {:>{}}", line.lower, low, line.upper, high);
        std::string text = fmt::format("{:{}}{:>15}{:>10}{:>22}{:>15}", line.label, label_width, line.baseline, line.change, interval, line.sure);
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    }
}

double reach(const Estimate& estimate) {
    const double size = std::max({std::abs(estimate.mean), std::abs(estimate.p2_5), std::abs(estimate.p97_5)});
    return std::isnan(size) ? std::abs(estimate.mean) : size;
}

std::string label_of(const HeadlineRow& row, const FigureStyle& style) {
    return style.unit.empty() ? row.label : row.label + ", " + style.unit;
}

/// The change beside the baseline.
Line change_line(const HeadlineRow& row) {
    const FigureStyle style = figure_style(row.units, row.baseline.mean, reach(row.change));
    const auto change = [&](double value) { return signed_figure(value * style.factor, style.change_decimals); };
    // Where nothing changes there is nothing to be sure of.
    const bool same = row.change.mean == 0 && !(row.change.sd > 0);
    return {label_of(row, style), figure(row.baseline.mean * style.factor, style.level_decimals), change(row.change.mean),
            change(row.change.p2_5), change(row.change.p97_5), same ? "–" : percent(row.probability_better)};
}

/// The level itself, beside that of an earlier year.
Line level_line(const HeadlineRow& row, double earlier) {
    const FigureStyle style = figure_style(row.units, row.baseline.mean, row.baseline.mean);
    const auto level = [&](double value) { return figure(value * style.factor, style.level_decimals); };
    return {label_of(row, style), level(earlier), level(row.baseline.mean), level(row.baseline.p2_5), level(row.baseline.p97_5), ""};
}

Line cost_line(const ProgrammeCost& cost) {
    const auto millions = [](double pounds) { return figure(pounds / 1e6, std::abs(pounds) < 1e6 ? 2 : 1); };
    const std::string years = cost.from == cost.to ? fmt::format("{}", cost.from) : fmt::format("{}-{}", cost.from, cost.to);
    return {fmt::format("Cost {}, million pounds", years), "–", millions(cost.total.mean), millions(cost.total.p2_5),
            millions(cost.total.p97_5), ""};
}

std::string life_year_text(const CostOfLifeYear& cost) {
    if (cost.value && std::isnan(cost.lower)) return rounded_figure(*cost.value, 2);
    if (cost.value) {
        return fmt::format("{} ({} to {})", rounded_figure(*cost.value, 2), rounded_figure(cost.lower, 2), rounded_figure(cost.upper, 2));
    }
    if (std::isnan(cost.gained.p2_5)) return "not gained";
    return fmt::format("not gained for sure ({} to {} years in all)", signed_figure(cost.gained.p2_5, 0), signed_figure(cost.gained.p97_5, 0));
}

void print_monte_carlo(std::ostream& out, const Headline& headline) {
    if (!headline.monte_carlo || *headline.half_interval == 0) return;
    const double years = *headline.monte_carlo;
    const std::string luck = years < 0.005 ? "less than ±0.01" : "±" + figure(years, 2);
    out << "Monte Carlo alone gives " << luck
        << (years < *headline.half_interval ? " years; the rest is what the evidence leaves open.\n"
                                            : " years, so what the evidence leaves open does not show.\n");
}

void print_title(std::ostream& out, const ResultsReader& results, const ScenarioLabel& scenario, const HeadlineOptions& options) {
    const ResultsAxes& axes = results.axes();
    std::string name = scenario.name.empty() ? scenario.stem : scenario.name;
    if (options.area != 0) name += " · " + axes.areas[options.area].name;
    std::string facts;
    if (results.has("population")) {
        const double people = results.level("population", {0, 0, options.area, 0}).mean;
        facts += with_thousands(std::round(people / 100) * 100) + " people · ";
    }
    facts += fmt::format("{}-{} · {} replicate{}", axes.years.front(), axes.years.back(), results.design().replicates(),
                         results.design().replicates() == 1 ? "" : "s");
    if (options.seconds) facts += " · " + run_time(*options.seconds);
    out << fmt::format("{:{}}   {}\n", name, label_width, facts);
}

Columns change_columns(const std::string& baseline) { return {baseline, "change", "95 % interval", "sure it helps"}; }

void print_scenario(std::ostream& out, const ResultsReader& results, const ResultsCell& cell, const HeadlineOptions& options) {
    const Headline headline = make_headline(results, cell);
    print_title(out, results, headline.scenario, options);
    std::vector<Line> lines;
    for (const HeadlineRow& row : headline.rows) lines.push_back(change_line(row));
    if (headline.cost) lines.push_back(cost_line(*headline.cost));
    print_lines(out, change_columns(fmt::format("baseline {}", results.axes().years[cell.year])), lines);
    if (headline.life_year) {
        out << fmt::format("{:>{}} {}\n", "programmes per healthy life-year gained, pounds:", label_width + 15, life_year_text(*headline.life_year));
    }
    print_monte_carlo(out, headline);
}

void print_levels(std::ostream& out, const ResultsReader& results, const ResultsCell& cell, const HeadlineOptions& options) {
    const Headline headline = make_headline(results, cell);
    print_title(out, results, headline.scenario, options);
    std::vector<Line> lines;
    for (const HeadlineRow& row : headline.rows) {
        lines.push_back(level_line(row, results.level(row.indicator, {0, 0, cell.area, 0}).mean));
    }
    const auto& years = results.axes().years;
    print_lines(out, {std::to_string(years.front()), std::to_string(years[cell.year]), "95 % interval", ""}, lines);
}

/// The rows of `--indicator`: all years of persons, or one year by sex.
std::vector<Line> indicator_lines(const ResultsReader& results, const std::string& indicator, std::size_t scenario, const HeadlineOptions& options) {
    constexpr const char* sexes_of_results[] = {"persons", "female", "male"};
    std::vector<Line> lines;
    const std::size_t first = options.year.value_or(0);
    const std::size_t last = options.year.value_or(results.axes().years.size() - 1);
    for (std::size_t year = first; year <= last; ++year) {
        for (std::size_t sex = 0; sex < (options.year ? 3 : 1); ++sex) {
            const std::string label = options.year ? sexes_of_results[sex] : std::to_string(results.axes().years[year]);
            HeadlineRow row = make_row(results, indicator, label, {scenario, year, options.area, sex});
            if (std::isnan(row.baseline.mean)) continue;
            lines.push_back(scenario == 0 ? level_line(row, row.baseline.p50) : change_line(row));
            lines.back().label = label;
        }
    }
    return lines;
}

}  // namespace

void print_headline(std::ostream& out, const ResultsReader& results, const HeadlineOptions& options) {
    const std::size_t year = options.year.value_or(headline_year(results));
    if (results.axes().scenarios.size() == 1) return print_levels(out, results, {0, year, options.area, 0}, options);
    for (std::size_t scenario = 1; scenario < results.axes().scenarios.size(); ++scenario) {
        if (scenario > 1) out << '\n';
        print_scenario(out, results, {scenario, year, options.area, 0}, options);
    }
}

void print_indicator(std::ostream& out, const ResultsReader& results, const std::string& indicator, const HeadlineOptions& options) {
    const Variable& variable = results.variable(indicator);
    const FigureStyle style = figure_style(variable.units, results.level(indicator, {0, options.year.value_or(0), options.area, 0}).mean, 0);
    const bool alone = results.axes().scenarios.size() == 1;
    out << variable.long_name << (style.unit.empty() ? variable.units == "years" ? ", years" : "" : ", " + style.unit);
    if (options.year) out << ", " << results.axes().years[*options.year];
    out << '\n';
    for (std::size_t scenario = alone ? 0 : 1; scenario < results.axes().scenarios.size(); ++scenario) {
        if (scenario > 1) out << '\n';
        print_title(out, results, results.axes().scenarios[scenario], options);
        print_lines(out, alone ? Columns{"median", "mean", "95 % interval", ""} : change_columns("baseline"),
                    indicator_lines(results, indicator, scenario, options));
    }
}

}  // namespace spires
