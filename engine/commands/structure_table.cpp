#include "commands/structure_table.hpp"

#include "commands/columns.hpp"
#include "commands/figures.hpp"
#include "structure.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace spires {

namespace {

const std::string group = "uncertainty/structure/";

/// The settings of a file and the city's changes under them.
class Settings {
public:
    explicit Settings(const ResultsReader& results) : results_(results), names(results.texts(group + "structure")), descriptions(results.texts(group + "structure_description")) {}

    /// By setting; empty for an indicator that was not asked.
    [[nodiscard]] std::vector<Estimate> changes(const std::string& indicator, std::size_t scenario, std::size_t year) const {
        const std::vector<double> all = results_.numbers(group + indicator + "_difference");
        const std::size_t years = results_.axes().years.size() * 3, scenarios = results_.axes().scenarios.size();
        std::vector<Estimate> found;
        if (all.size() != names.size() * scenarios * statistic_count * years) return found;
        for (std::size_t setting = 0; setting < names.size(); ++setting) {
            const double* from = all.data() + (setting * scenarios + scenario) * statistic_count * years + year * 3;
            found.push_back({from[0], from[years], from[2 * years], from[3 * years], from[4 * years]});
        }
        return found;
    }

private:
    const ResultsReader& results_;

public:
    std::vector<std::string> names, descriptions;
};

std::string with_interval(const Estimate& found, const FigureStyle& style) {
    const auto text = [&](double value) { return signed_figure(value * style.factor, style.change_decimals); };
    return fmt::format("{} ({} to {})", text(found.mean), text(found.p2_5), text(found.p97_5));
}

/// Three digits after the point tell years apart where changes are small.
FigureStyle style_of(const Variable& about, const Estimate& change) {
    FigureStyle style = figure_style(about.units, 0, std::max(std::abs(change.p2_5), std::abs(change.p97_5)));
    if (about.units == "years") style.change_decimals = std::abs(change.mean) < 10 ? 3 : 0;
    return style;
}

}  // namespace

bool has_structure(const ResultsReader& results) { return !results.texts(group + "structure").empty(); }

void print_structure(std::ostream& out, const ResultsReader& results, std::size_t year) {
    const Settings settings(results);
    const auto& axes = results.axes();
    for (std::size_t scenario = 1; scenario < axes.scenarios.size(); ++scenario) {
        out << axes.scenarios[scenario].name << fmt::format(": change in {} when the model is built otherwise\n", axes.years.at(year));
        for (const std::string& indicator : structure_indicators()) {
            if (!results.has(indicator)) continue;
            const Estimate own = results.difference(indicator, {scenario, year, 0, 0});
            const FigureStyle style = style_of(results.variable(indicator), own);
            std::vector<Row> rows{{"as it is", with_interval(own, style)}};
            const auto changes = settings.changes(indicator, scenario, year);
            for (std::size_t i = 0; i < changes.size(); ++i) rows.push_back({settings.descriptions.at(i), with_interval(changes[i], style)});
            out << "  " << results.variable(indicator).long_name << '\n';
            print_columns(out, {"", "change (95 % interval)"}, rows, "lr", "    ");
        }
    }
}

std::optional<std::string> structure_sentence(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    const std::string indicator = "healthy_life_expectancy";
    const Settings settings(results);
    const auto changes = results.has(indicator) ? settings.changes(indicator, scenario, year) : std::vector<Estimate>{};
    if (changes.empty()) return {};
    const auto [low, high] = std::ranges::minmax_element(changes, {}, &Estimate::mean);
    const auto told = [&](auto setting) { return fmt::format("{} years if {}", signed_figure(setting->mean, 3), settings.descriptions[static_cast<std::size_t>(setting - changes.begin())]); };
    return fmt::format("Were the model built otherwise, the mean change in healthy life expectancy would lie between {} and {}; that stands beside the interval, not in it.", told(low), told(high));
}

nlohmann::ordered_json structure_json(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    const Settings settings(results);
    if (settings.names.empty()) return nullptr;
    auto made = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < settings.names.size(); ++i) {
        nlohmann::ordered_json one{{"setting", settings.names[i]}, {"description", settings.descriptions[i]}, {"changes", nlohmann::ordered_json::object()}};
        for (const std::string& indicator : structure_indicators()) {
            const auto changes = results.has(indicator) ? settings.changes(indicator, scenario, year) : std::vector<Estimate>{};
            if (!changes.empty()) one["changes"][indicator] = {{"mean", changes[i].mean}, {"p2_5", changes[i].p2_5}, {"p97_5", changes[i].p97_5}};
        }
        made.push_back(std::move(one));
    }
    return made;
}

}  // namespace spires
