#include "commands/bundle.hpp"
#include "commands/drivers.hpp"
#include "commands/economics.hpp"
#include "commands/headline.hpp"
#include "commands/inequality_table.hpp"
#include "commands/sentences.hpp"
#include "commands/structure_table.hpp"
#include "commands/summary.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;  // NaN becomes null

Json estimate(const Estimate& found) {
    return {{"mean", found.mean}, {"sd", found.sd}, {"p2_5", found.p2_5}, {"p50", found.p50}, {"p97_5", found.p97_5}};
}

Json row_of(const HeadlineRow& row, int year, const char* sex) {
    return {{"indicator", row.indicator}, {"label", row.label}, {"units", row.units}, {"year", year}, {"sex", sex},
            {"baseline", estimate(row.baseline)}, {"change", estimate(row.change)},
            {"probability_better", row.probability_better}};
}

void add_costs(Json& scenario, const Headline& headline) {
    if (headline.cost) {
        scenario["programme_cost"] = {{"units", "GBP"}, {"from", headline.cost->from}, {"to", headline.cost->to},
                                      {"total", estimate(headline.cost->total)}};
    }
    if (headline.life_year) {
        const CostOfLifeYear& cost = *headline.life_year;
        scenario["healthy_life_years_gained"] = estimate(cost.gained);
        scenario["cost_per_healthy_life_year"] =
            cost.value ? Json{{"units", "GBP"}, {"value", *cost.value}, {"p2_5", cost.lower}, {"p97_5", cost.upper}} : Json(nullptr);
    }
    if (headline.monte_carlo) scenario["monte_carlo_half_interval"] = *headline.monte_carlo;
}

constexpr const char* explained[] = {"healthy_life_expectancy", "healthy_life_expectancy_gap", "life_expectancy", "emergency_admissions"};

/// Parts of the variance and the drivers of each headline change.
Json uncertainty_of(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    Json made = Json::object();
    for (const char* indicator : explained) {
        if (!results.has(indicator)) continue;
        const VarianceParts parts = variance_parts(results.difference_parts(indicator, {scenario, year, 0, 0}), results.design().replicates());
        Json drivers = Json::array();
        for (const Driver& driver : drivers_in(results, indicator, scenario, year))
            if (driver.share > 0) drivers.push_back({{"parameter", driver.parameter}, {"share", driver.share}, {"correlation", driver.correlation}, {"sure", driver.sure}});
        made[indicator] = {{"parameters", parts.parameters}, {"monte_carlo", parts.monte_carlo}, {"drivers", std::move(drivers)}};
    }
    return made;
}

Json headline_of(const ResultsReader& results, std::size_t scenario, const HeadlineOptions& options) {
    const std::size_t year = options.year.value_or(headline_year(results));
    const Headline headline = make_headline(results, {scenario, year, options.area, 0});
    Json made{{"scenario", headline.scenario.stem}, {"name", headline.scenario.name}, {"rows", Json::array()}};
    const Reduction reduction(results.design().replicates(), results.design().seeds_a_draw);
    for (const HeadlineRow& row : headline.rows) {
        made["rows"].push_back(row_of(row, results.axes().years[year], "persons"));
        if (options.area == 0) made["rows"].back()["mean_half_width"] = reduction.half_width_of_mean(changes_in(results, row.indicator, scenario, year));
    }
    add_costs(made, headline);
    if (scenario == 0) return made;
    made["sentences"] = sentences(results, {scenario, year, options.area, 0});
    if (options.area == 0) {
        made["economics"] = economics_json(results, scenario);
        made["inequality"] = inequality_json(results, scenario, year);
        made["structure"] = structure_json(results, scenario, year);
        if (auto bundle = bundle_json(results, scenario, year); !bundle.is_null()) made["bundle"] = std::move(bundle);
        made["uncertainty"] = uncertainty_of(results, scenario, year);
    }
    return made;
}

Json indicator_of(const ResultsReader& results, const std::string& indicator, std::size_t scenario, const HeadlineOptions& options) {
    constexpr const char* sexes_of_results[] = {"persons", "female", "male"};
    const ResultsAxes& axes = results.axes();
    Json made{{"scenario", axes.scenarios[scenario].stem}, {"name", axes.scenarios[scenario].name}, {"rows", Json::array()}};
    for (std::size_t year = options.year.value_or(0); year <= options.year.value_or(axes.years.size() - 1); ++year) {
        for (std::size_t sex = 0; sex < 3; ++sex) {
            const HeadlineRow row = make_row(results, indicator, results.variable(indicator).long_name, {scenario, year, options.area, sex});
            made["rows"].push_back(row_of(row, axes.years[year], sexes_of_results[sex]));
        }
    }
    return made;
}

}  // namespace

void print_summary_json(std::ostream& out, const ResultsReader& results, const std::string& indicator, const HeadlineOptions& options) {
    const ResultsAxes& axes = results.axes();
    Json made{{"results", results.file().string()}, {"replicates", results.design().replicates()},
              {"years", {axes.years.front(), axes.years.back()}}, {"area", axes.areas[options.area].code},
              {"scenarios", Json::array()}};
    for (std::size_t scenario = axes.scenarios.size() == 1 ? 0 : 1; scenario < axes.scenarios.size(); ++scenario) {
        made["scenarios"].push_back(indicator.empty() ? headline_of(results, scenario, options)
                                                      : indicator_of(results, indicator, scenario, options));
    }
    out << made.dump(2) << '\n';
}

}  // namespace spires
