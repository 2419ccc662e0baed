#include "commands/bundle.hpp"

#include "commands/columns.hpp"
#include "commands/economics.hpp"
#include "commands/figures.hpp"
#include "commands/headline.hpp"
#include "core/toml.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

namespace spires {

namespace {

using Ids = std::set<std::string>;

/// The programmes of a scenario as its text names them.
Ids ids_of(const std::string& text) {
    Ids ids;
    Problems ignored;  // the text was read once before it came into the file
    const auto tree = parse_toml(text, "scenario", ignored);
    const TomlNode* list = tree ? tree->find("intervention") : nullptr;
    if (list == nullptr) return ids;
    for (const auto& item : list->items)
        if (const TomlNode* id = item.find("id")) ids.insert(id->text);
    return ids;
}

/// The change of an indicator of the city in one year, by replicate.
std::vector<double> changes(const ResultsReader& results, const std::string& indicator, std::size_t scenario, std::size_t year) {
    std::vector<double> of_year;
    for (const auto& years : differences_in(results).of(indicator, scenario)) of_year.push_back(years[year]);
    return of_year;
}

}  // namespace

std::optional<Bundle> bundle_of(const ResultsReader& results, std::size_t scenario) {
    const auto texts = results.texts("provenance/scenario_text");
    if (scenario == 0 || scenario >= texts.size()) return std::nullopt;
    const Ids all = ids_of(texts[scenario]);
    Bundle bundle;
    Ids found;
    for (std::size_t other = 1; other < texts.size(); ++other) {
        const Ids ids = ids_of(texts[other]);
        if (other == scenario || ids.empty() || ids.size() >= all.size() || !std::ranges::includes(all, ids)) continue;
        bundle.parts.push_back(other);
        found.insert(ids.begin(), ids.end());
    }
    bundle.whole = found == all;
    return bundle.parts.size() < 2 ? std::nullopt : std::optional(bundle);
}

std::vector<BundleRow> bundle_rows(const ResultsReader& results, std::size_t scenario, const Bundle& bundle, std::size_t year) {
    std::vector<BundleRow> rows;
    for (const auto& row : make_headline(results, {scenario, year, 0, 0}).rows) {
        std::vector<double> sums(results.design().replicates(), 0.0);
        for (const std::size_t part : bundle.parts) {
            const auto of_part = changes(results, row.indicator, part, year);
            for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += of_part[r];
        }
        rows.push_back({row.indicator, row.label, row.units, row.baseline.mean, row.change, Reduction(sums.size()).estimate(sums)});
    }
    return rows;
}

void print_bundles(std::ostream& out, const ResultsReader& results, std::size_t year) {
    for (std::size_t scenario = 1; scenario < results.axes().scenarios.size(); ++scenario) {
        const auto bundle = bundle_of(results, scenario);
        if (!bundle) continue;
        std::vector<Row> table;
        for (const auto& row : bundle_rows(results, scenario, *bundle, year)) {
            const FigureStyle style = figure_style(row.units, row.level, row.together.mean);
            const auto change = [&](const Estimate& found) {
                return fmt::format("{} ({} to {})", signed_figure(found.mean * style.factor, style.change_decimals), signed_figure(found.p2_5 * style.factor, style.change_decimals),
                                   signed_figure(found.p97_5 * style.factor, style.change_decimals));
            };
            table.push_back({row.label, change(row.together), change(row.sum)});
        }
        out << fmt::format("\n{} in {}, together and one by one{}\n", results.axes().scenarios[scenario].name, results.axes().years[year],
                           bundle->whole ? "" : " (some of its programmes are in no other scenario of this file)");
        print_columns(out, {"", "together", fmt::format("sum of {} scenarios", bundle->parts.size())}, table, "lrr");
    }
}

nlohmann::ordered_json bundle_json(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    const auto bundle = bundle_of(results, scenario);
    if (!bundle) return nullptr;
    nlohmann::ordered_json made{{"whole", bundle->whole}, {"parts", nlohmann::ordered_json::array()}, {"rows", nlohmann::ordered_json::array()}};
    for (const std::size_t part : bundle->parts) made["parts"].push_back(results.axes().scenarios[part].stem);
    const auto estimate = [](const Estimate& found) { return nlohmann::ordered_json{{"mean", found.mean}, {"p2_5", found.p2_5}, {"p97_5", found.p97_5}}; };
    for (const auto& row : bundle_rows(results, scenario, *bundle, year))
        made["rows"].push_back({{"indicator", row.indicator}, {"units", row.units}, {"together", estimate(row.together)}, {"sum_of_parts", estimate(row.sum)}});
    return made;
}

}  // namespace spires
