#include "scenario/read_assumptions.hpp"

#include "core/text.hpp"
#include "scenario/read_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace spires {

namespace {

constexpr int earliest_year = 2000, latest_year = 2100;

/// The range of the ratio that a lever takes, or none when it takes only additions.
const PermittedChange* ratio_of(const LeverDescription& lever) {
    for (const Change change : {Change::odds_ratio, Change::rate_ratio})
        if (const auto* permitted = lever.permitted(change)) return permitted;
    return nullptr;
}

/// What a name means, with the factor it may have.
struct Meaning {
    bool of_trend = false;
    std::size_t index = 0;
    Range range;
};

std::optional<Meaning> meaning_of(const std::string& name, const LeverTable& levers) {
    for (std::size_t trend = 0; trend < trend_kinds; ++trend)
        if (trend_lines[trend].name == name) return Meaning{true, trend, {trend_lines[trend].low, trend_lines[trend].high}};
    for (std::size_t lever = 0; lever < levers.size(); ++lever)
        if (const auto* ratio = ratio_of(levers[lever]); ratio != nullptr && levers[lever].name == name) return Meaning{false, lever, {ratio->low, ratio->high}};
    return std::nullopt;
}

std::vector<std::pair<int, double>> read_years(const TomlNode& node, const std::string& name, Range range, Reading& reading) {
    std::vector<std::pair<int, double>> points;
    if (node.kind != TomlNode::Kind::table || node.entries.empty())
        reading.problem(node.where, fmt::format("'{}.by_year' must be a table such as {{ 2026 = 0.95, 2030 = 1 }}", name));
    for (const auto& entry : node.entries) {
        int year = 0;
        const char* const end = entry.key.data() + entry.key.size();
        const auto [stop, error] = std::from_chars(entry.key.data(), end, year);
        if (error != std::errc{} || stop != end || year < earliest_year || year > latest_year)
            reading.problem(entry.where, fmt::format("a key of 'by_year' must be a year between {} and {}, found '{}'", earliest_year, latest_year, entry.key));
        if (std::ranges::find(points, year, &std::pair<int, double>::first) != points.end())
            reading.problem(entry.where, fmt::format("the year {} stands twice in '{}.by_year'; take one of them out", year, name));
        if (const auto factor = number_of(entry.value, fmt::format("{}.{}", name, entry.key), range, reading)) points.emplace_back(year, *factor);
    }
    std::ranges::sort(points);
    return points;
}

void read_one(const std::string& name, const TomlNode& node, const Meaning& meaning, Assumptions& assumptions, Reading& reading) {
    std::vector<std::pair<int, double>> points;
    Evidence evidence;
    if (node.is_number()) {
        if (const auto factor = number_of(node, name, meaning.range, reading)) points.emplace_back(earliest_year, *factor);
    } else {
        if (node.kind != TomlNode::Kind::table) {
            reading.problem(node.where, fmt::format("'{}' must be a number or a table with 'factor' or 'by_year', found {}", name, in_words(node.kind)));
            return;
        }
        TableReader table(node, name, assumption_keys, reading);
        const TomlNode* by_year = table.take("by_year");
        const TomlNode* factor = table.take("factor");
        evidence = take_evidence(table, reading);
        if (by_year != nullptr && factor != nullptr)
            reading.problem(node.where, fmt::format("'{}' has both 'factor' and 'by_year'; take one of them out", name));
        else if (by_year == nullptr && factor == nullptr)
            reading.problem(node.where, fmt::format("'{}' needs either 'factor', one for all years, or 'by_year'", name));
        else if (by_year != nullptr) points = read_years(*by_year, name, meaning.range, reading);
        else if (factor != nullptr)
            if (const auto number = number_of(*factor, name + ".factor", meaning.range, reading)) points.emplace_back(earliest_year, *number);
        table.refuse_the_rest();
    }
    if (!points.empty()) assumptions.add({name, meaning.of_trend, meaning.index, FactorPath(std::move(points)), std::move(evidence)});
}

/// A lever with a dot in its name may stand in quotes or, as TOML has it, in a table of a table.
void read_all(const TomlNode& node, const std::string& prefix, const std::vector<std::string>& known, Assumptions& assumptions, Reading& reading) {
    for (const auto& entry : node.entries) {
        const std::string name = prefix + entry.key;
        if (const auto meaning = meaning_of(name, reading.context.levers)) {
            if (assumptions.find(name) != nullptr) reading.problem(entry.where, fmt::format("'{}' is set twice; take one of them out", name));
            else read_one(name, entry.value, *meaning, assumptions, reading);
        } else if (entry.value.kind == TomlNode::Kind::table && std::ranges::any_of(known, [&](const std::string& one) { return one.starts_with(name + "."); })) {
            read_all(entry.value, name + ".", known, assumptions, reading);
        } else {
            reading.problem(entry.where, fmt::format("unknown assumption '{}'{}; it is a trend or a lever that takes a ratio, see `spires list assumptions`", name, suggestion(name, known)));
        }
    }
}

}  // namespace

std::vector<std::string> assumption_names(const LeverTable& levers) {
    std::vector<std::string> names;
    for (const auto& trend : trend_lines) names.emplace_back(trend.name);
    for (std::size_t lever = 0; lever < levers.size(); ++lever)
        if (ratio_of(levers[lever]) != nullptr) names.push_back(levers[lever].name);
    return names;
}

Assumptions read_assumptions(const TomlNode& node, Reading& reading) {
    Assumptions assumptions;
    if (node.kind != TomlNode::Kind::table) {
        reading.problem(node.where, fmt::format("'assumptions' must be a table, [assumptions], found {}", in_words(node.kind)));
        return assumptions;
    }
    read_all(node, "", assumption_names(reading.context.levers), assumptions, reading);
    return assumptions;
}

}  // namespace spires
