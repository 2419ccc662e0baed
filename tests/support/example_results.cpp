#include "support/example_results.hpp"

#include <fmt/format.h>

#include <limits>

namespace spires::example {

namespace {

Variable make(const char* name, const char* units, const char* long_name, const char* direction) {
    Variable variable;
    variable.name = name;
    variable.units = units;
    variable.long_name = long_name;
    variable.description = std::string(long_name) + ", by a formula.";
    variable.direction = direction;
    variable.source = "made up";
    return variable;
}

Formula city_only(Formula formula) {
    formula.variable.city_only = true;
    return formula;
}

Formula of_households(Formula formula) {
    formula.variable.of_households = true;
    return formula;
}

}  // namespace

double Formula::value(std::size_t replicate, std::size_t scenario, std::size_t year, std::size_t area,
                      std::size_t sex) const {
    if (variable.of_households && sex > 0) return std::numeric_limits<double>::quiet_NaN();
    const double draw = static_cast<double>(replicate / 2 % 5) - 2, seed = replicate % 2 == 0 ? -1 : 1;
    return base + by_year * static_cast<double>(year) + by_area * static_cast<double>(area) +
           by_sex * static_cast<double>(sex) + by_draw * draw + by_seed * seed +
           static_cast<double>(scenario) * effect * (1 + draw / 10 + seed / 50);
}

std::vector<Formula> formulas() {
    return {
        {make("population", "person", "Population", "none"), 355600, 2000, -1000, -100, 50, 10, 0},
        {make("life_expectancy", "years", "Life expectancy at birth", "higher"), 79.5, 0.1, -0.5, 0.5, 0.2, 0.05, 0.05},
        {make("healthy_life_expectancy", "years", "Healthy life expectancy at birth", "higher"), 59, 0.05, -0.5, 0.5, 0.2, 0.05, 0.08},
        city_only({make("healthy_life_expectancy_gap", "years", "Gap in healthy life expectancy", "lower"), 14.2, 0, 0, 0.1, 0.3, 0.1, -0.06}),
        {make("emergency_admissions", "1", "Emergency admissions a year", "lower"), 48000, 100, -500, -50, 300, 40, -310},
        of_households({make("fuel_poverty", "1", "Households in fuel poverty", "lower"), 0.189, 0.001, 0.002, 0, 0.01, 0.001, -0.005}),
        {make("programme_cost", "GBP", "Cost of programmes", "none"), 0, 0, 0, 0, 0, 0, 400000},
        {make("healthy_life_years", "years", "Healthy life-years", "higher"), 215000, 500, -1000, -50, 90, 30, 40},
    };
}

ResultsAxes axes(std::size_t scenarios, std::size_t years, std::size_t areas) {
    ResultsAxes made;
    made.scenarios = {{"baseline", "As things are", "Nothing new is done.", "", {}}};
    for (std::size_t s = 1; s < scenarios; ++s) {
        made.scenarios.push_back({fmt::format("scenario_{}", s), fmt::format("Scénario {}", s), "It helps.",
                                  "healthier-for-longer", {"behaviours", "places"}});
    }
    for (std::size_t y = 0; y < years; ++y) made.years.push_back(2022 + static_cast<int>(y));
    made.areas = {{"E08000026", "Coventry", "city"}};
    for (std::size_t a = 1; a < areas; ++a) {
        made.areas.push_back({fmt::format("E{:08}", 5001217 + a), fmt::format("Ward {}", a), "ward"});
    }
    return made;
}

std::vector<std::vector<double>> values(const ResultsAxes& axes, const std::vector<Formula>& formulas,
                                        std::size_t replicate, std::size_t scenario) {
    std::vector<std::vector<double>> all;
    for (const Formula& formula : formulas) {
        std::vector<double>& cells = all.emplace_back();
        for (std::size_t year = 0; year < axes.years.size(); ++year) {
            for (std::size_t area = 0; area < (formula.variable.city_only ? 1 : axes.areas.size()); ++area) {
                for (std::size_t sex = 0; sex < 3; ++sex) cells.push_back(formula.value(replicate, scenario, year, area, sex));
            }
        }
    }
    return all;
}

std::vector<CountTable> counts(const ResultsAxes& axes) {
    CountTable table{"population", "person", "people at mid-year", {}};
    table.values.resize(axes.scenarios.size() * axes.years.size() * axes.areas.size() * 2 * 20);
    for (std::size_t i = 0; i < table.values.size(); ++i) table.values[i] = static_cast<std::int64_t>(i) + (1LL << 53);
    return {table};
}

Provenance provenance(const ReplicateDesign& design) {
    Provenance made;
    made.settings = {{"years", "2022:2043"}, {"seed", "20221"}, {"replicates", std::to_string(design.replicates())}};
    made.scenarios = {{"scenario_1.toml", "name = \"Scénario 1\"\n"}};
    made.inputs = {{"city.csv", "city_code,city\nE08000026,Coventry\n"}, {"abc.txt", "abc"}};
    made.draws = {{"causal_fraction", "1", "assumed", {}}, {"referral_uptake", "1", "pars-2023", {}}};
    for (std::size_t k = 0; k < design.draws; ++k) {
        made.draws[0].values.push_back(0.05 * static_cast<double>(k));
        made.draws[1].values.push_back(0.5 + 0.01 * static_cast<double>(k));
    }
    return made;
}

void write(const std::filesystem::path& file, const ReplicateDesign& design, std::size_t scenarios, std::size_t years,
           std::size_t areas) {
    write(file, formulas(), design, scenarios, years, areas);
}

void write(const std::filesystem::path& file, const std::vector<Formula>& all, const ReplicateDesign& design,
           std::size_t scenarios, std::size_t years, std::size_t areas) {
    std::vector<Variable> variables;
    for (const Formula& formula : all) variables.push_back(formula.variable);
    const ResultsAxes made = axes(scenarios, years, areas);
    ReplicateStore store(file.parent_path(), made, variables, design.replicates());
    for (std::size_t r = 0; r < design.replicates(); ++r) {
        for (std::size_t s = 0; s < scenarios; ++s) store.put(r, s, values(made, all, r, s));
    }
    write_results(file, store, design, counts(made), provenance(design));
}

}  // namespace spires::example
