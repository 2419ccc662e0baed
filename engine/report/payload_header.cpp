#include "report/payload_header.hpp"

#include "commands/headline.hpp"
#include "report/payload_drivers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;

/// JSON has no NaN.
Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }
Json estimate(const Estimate& each) { return {{"mean", number(each.mean)}, {"lower", number(each.p2_5)}, {"upper", number(each.p97_5)}}; }

Json scenarios(const ResultsReader& results) {
    const auto files = results.texts("provenance/scenario_file"), texts = results.texts("provenance/scenario_text");
    Json all = Json::array();
    for (const ScenarioLabel& each : results.axes().scenarios) {
        std::string text;
        for (std::size_t i = 0; i < files.size() && i < texts.size(); ++i)
            if (files[i] == each.stem + ".toml") text = texts[i];
        all.push_back({{"stem", each.stem}, {"name", each.name}, {"description", each.description}, {"ambition", each.ambition}, {"pillars", each.pillars}, {"text", text}});
    }
    return all;
}

Json variables(const ResultsReader& results) {
    Json all = Json::array();
    for (const Variable& each : results.variables())
        all.push_back({{"name", each.name}, {"units", each.units}, {"long_name", each.long_name}, {"description", each.description}, {"direction", each.direction},
                       {"ambition", each.ambition}, {"source", each.source}, {"city_only", each.city_only}});
    return all;
}

/// Numbers, pounds and years of life may be added up over the years; shares and expectancies may not.
bool adds_up(const Variable& variable) {
    return variable.units == "count" || variable.units == "GBP" || variable.name == "healthy_life_years" || variable.name == "qalys";
}

/// Difference from the baseline, summed over the years that have a value, of each replicate.
std::vector<double> replicate_totals(const ResultsReader& results, const std::string& name, std::size_t scenario) {
    const std::size_t replicates = results.design().replicates(), years = results.axes().years.size();
    const auto& values = results.replicates(name);
    std::vector<double> sums(replicates);
    for (std::size_t r = 0; r < replicates; ++r)
        for (std::size_t y = 0; y < years; ++y) {
            const double change = values[((scenario * replicates + r) * years + y) * 3] - values[(r * years + y) * 3];
            sums[r] += std::isnan(change) ? 0 : change;
        }
    return sums;
}

Json totals(const ResultsReader& results, std::size_t scenario) {
    const Reduction reduction(results.design().replicates(), results.design().seeds_a_draw);
    Json all = Json::object();
    for (const Variable& each : results.variables()) {
        if (!adds_up(each)) continue;
        const auto sums = replicate_totals(results, each.name, scenario);
        all[each.name] = estimate(reduction.estimate(sums));
        all[each.name]["better"] = number(reduction.probability_better(sums, each.direction));
    }
    return all;
}

Json headline(const ResultsReader& results, std::size_t scenario) {
    const Headline found = make_headline(results, {.scenario = scenario, .year = headline_year(results), .area = 0, .sex = 0});
    Json each = {{"totals", totals(results, scenario)}};
    if (found.cost) each["cost"] = {{"from", found.cost->from}, {"to", found.cost->to}};
    if (found.life_year && found.life_year->value)
        each["life_year"] = {{"mean", *found.life_year->value}, {"lower", number(found.life_year->lower)}, {"upper", number(found.life_year->upper)}};
    return each;
}

}  // namespace

Json payload_header(const ResultsReader& results) {
    Json header;
    header["format"] = 2;
    header["file"] = results.file().filename().string();
    for (const char* name : {"title", "source", "seed", "replicates", "draws", "seeds_a_draw", "schema_version"}) header[name] = results.attribute("/", name);
    header["parameter_uncertainty"] = results.attribute("provenance", "parameter_uncertainty");
    header["interval_method"] = results.variables().empty() ? "" : results.attribute(results.variables().front().name, "interval_method");
    header["scenarios"] = scenarios(results);
    header["years"] = results.axes().years;
    header["headline_year"] = results.axes().years.at(headline_year(results));
    header["areas"] = Json::array();
    for (const Area& each : results.axes().areas) header["areas"].push_back({{"code", each.code}, {"name", each.name}, {"type", each.type}});
    header["variables"] = variables(results);
    header["headlines"] = Json::array();
    for (std::size_t s = 1; s < results.axes().scenarios.size(); ++s) header["headlines"].push_back(headline(results, s));
    header["drivers"] = payload_drivers(results);
    header["age_groups"] = results.texts("counts/age_group");
    header["wards"] = results.input_table("wards.csv");
    header["places"] = results.input_table("places.csv");
    header["indicators"] = results.input_table("indicators.csv");
    header["sources"] = results.input_table("sources.toml");
    return header;
}

}  // namespace spires
