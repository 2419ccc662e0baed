#include "commands/drivers.hpp"

#include "commands/columns.hpp"
#include "commands/figures.hpp"
#include "results/read_provenance.hpp"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

namespace spires {

namespace {

constexpr std::size_t shown = 8;
constexpr std::size_t enough_draws = 30;  // below, what is not sure is noise, and a list of it misleads
constexpr const char* headline_indicators[] = {"healthy_life_expectancy", "healthy_life_expectancy_gap", "life_expectancy", "emergency_admissions"};

void print_indicator(std::ostream& out, const ResultsReader& results, const std::string& indicator, std::size_t scenario, std::size_t year) {
    const VarianceParts parts = variance_parts(results.difference_parts(indicator, {scenario, year, 0, 0}), results.design().replicates());
    out << fmt::format("  {}: parameters {}, luck of a city {}\n", results.variable(indicator).long_name, percent(parts.parameters), percent(parts.monte_carlo));
    std::vector<Row> rows;
    for (const Driver& driver : drivers_in(results, indicator, scenario, year)) {
        if (rows.size() == shown || driver.share <= 0 || (!driver.sure && results.design().draws < enough_draws)) break;
        rows.push_back({driver.parameter, percent(driver.share), driver.correlation > 0 ? "more" : "less", driver.sure ? "yes" : "may be chance"});
    }
    if (rows.empty()) out << fmt::format("    no parameter stands out of {} draws\n", results.design().draws);
    else print_columns(out, {"parameter", "share", "more of it gives", "sure"}, rows, "lr", "    ");
}

}  // namespace

std::vector<double> changes_in(const ResultsReader& results, const std::string& indicator, std::size_t scenario, std::size_t year) {
    const std::size_t replicates = results.design().replicates(), years = results.axes().years.size();
    const auto& values = results.replicates(indicator);
    std::vector<double> changes;
    for (std::size_t r = 0; r < replicates; ++r) changes.push_back(values[((scenario * replicates + r) * years + year) * 3] - values[(r * years + year) * 3]);
    return changes;
}

std::vector<Driver> drivers_in(const ResultsReader& results, const std::string& indicator, std::size_t scenario, std::size_t year) {
    return drivers_of(changes_in(results, indicator, scenario, year), read_draws(results.file()), results.design(), results.axes().scenarios.at(scenario).stem);
}

void print_drivers(std::ostream& out, const ResultsReader& results, std::size_t year) {
    const auto& axes = results.axes();
    for (std::size_t scenario = 1; scenario < axes.scenarios.size(); ++scenario) {
        out << axes.scenarios[scenario].name << fmt::format(": what the change in {} hangs on, {} draw{} × {} seeds\n", axes.years.at(year), results.design().draws, results.design().draws == 1 ? "" : "s", results.design().seeds_a_draw);
        for (const char* indicator : headline_indicators)
            if (results.has(indicator) && !std::isnan(results.level(indicator, {0, year, 0, 0}).mean)) print_indicator(out, results, indicator, scenario, year);
    }
}

}  // namespace spires
