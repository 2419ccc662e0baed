#include "scenario/read_intervention.hpp"

#include "scenario/consistency.hpp"
#include "scenario/read_effect.hpp"
#include "scenario/read_eligibility.hpp"
#include "scenario/read_value.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spires {

namespace {

constexpr Range most_places{0, 10'000'000};
constexpr Range pounds{0, 1e10};

/// Years whose prices can be told in pounds of another.
Range price_years_of(const ScenarioContext& context) { return {static_cast<double>(context.first_price_year), static_cast<double>(context.last_price_year)}; }

bool is_id(std::string_view id) {
    return !id.empty() && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::string read_id(const TomlNode& node, Reading& reading) {
    const auto id = text_of(node, "id", reading);
    if (id && !is_id(*id))
        reading.problem(node.where, fmt::format("'id' must be lower-case letters, digits, '-' and '_', found '{}'", *id));
    return id.value_or("");
}

void read_years(const TomlNode& node, Intervention& intervention, Reading& reading) {
    const auto& run = reading.context;
    TableReader table(node, "years", range_keys, reading);
    const TomlNode* from = table.require("from", "write years = { from = 2026, to = 2028 }");
    const TomlNode* to = table.require("to", "write years = { from = 2026, to = 2028 }");
    table.refuse_the_rest();
    const auto year = [&](const TomlNode* end, std::string_view what) -> std::optional<int> {
        if (end == nullptr) return std::nullopt;
        const auto read = whole_of(*end, what, {}, reading);
        if (!read || (*read >= run.first_year && *read <= run.last_year)) return read;
        reading.problem(end->where, fmt::format("'{}' {} lies outside the run, whose years are {} to {}; take `--years` that hold it, or shorten the programme",
                                                what, *read, run.first_year, run.last_year));
        return std::nullopt;
    };
    const auto first = year(from, "years.from"), last = year(to, "years.to");
    if (first && last && *first > *last)
        reading.problem(from->where, fmt::format("'years' runs backwards, from {} to {}; swap the two", *first, *last));
    intervention.from = first.value_or(run.first_year);
    intervention.to = last.value_or(run.last_year);
}

Value take_share(TableReader& table, std::string_view key, std::string_view way_out, std::string& evidence,
                 const Eligibility& eligible, Reading& reading) {
    const TomlNode* node = table.require(key, way_out);
    if (node == nullptr) return {};
    auto read = read_share(*node, key, reading);
    refuse_gaps(read, key, eligible, reading);
    evidence = read.evidence;
    return read.value;
}

void read_cost(const TomlNode& node, Intervention& intervention, Reading& reading) {
    TableReader table(node, "cost", cost_keys, reading);
    if (const TomlNode* value = table.take("per_participant")) {
        const auto read = read_value(*value, "per_participant", pounds, value_keys, reading);
        refuse_gaps(read, "per_participant", intervention.eligible, reading);
        intervention.cost_per_participant = read.value;
    }
    if (const TomlNode* value = table.take("fixed_per_year")) {
        const auto read = read_value(*value, "fixed_per_year", pounds, value_keys, reading);
        if (read.by.line != 0)
            reading.problem(read.by, "'fixed_per_year' is one sum for the city; give a number or a mean");
        intervention.fixed_cost_per_year = read.value;
    }
    if (const TomlNode* year = table.take("price_year"))
        intervention.price_year = whole_of(*year, "price_year", price_years_of(reading.context), reading).value_or(intervention.price_year);
    if (const TomlNode* evidence = table.take("evidence")) intervention.cost_evidence = read_evidence(*evidence, reading);
    table.refuse_the_rest();
}

void read_offer(TableReader& table, Intervention& intervention, Reading& reading) {
    const std::size_t before = reading.problems();
    intervention.reach = take_share(table, "reach", "give the share of the eligible who are offered it in a year",
                                    intervention.reach_evidence, intervention.eligible, reading);
    intervention.uptake = take_share(table, "uptake", "give the share of those offered it who take part; it is never assumed",
                                     intervention.uptake_evidence, intervention.eligible, reading);
    const bool sound = reading.problems() == before;  // a share that could not be read says nothing about places
    static const std::vector<std::string> repeats{"once", "yearly"};
    if (const TomlNode* repeat = table.take("repeat"))
        intervention.yearly = word_of(*repeat, "repeat", repeats, reading) == std::size_t{1};
    if (const TomlNode* places = table.take("places"))
        if (const auto number = whole_of(*places, "places", most_places, reading)) {
            intervention.places = *number;
            if (sound) refuse_contradiction(intervention, places->where, reading);
        }
}

}  // namespace

Intervention read_intervention(const TomlNode& node, Reading& reading) {
    Intervention intervention;
    intervention.where = reading.location(node.where);
    TableReader table(node, "intervention", intervention_keys, reading);
    if (const TomlNode* id = table.require("id", "the same id has the same luck in every file"))
        intervention.id = read_id(*id, reading);
    intervention.name = intervention.id;
    if (const TomlNode* name = table.take("name")) intervention.name = text_of(*name, "name", reading).value_or("");
    if (const TomlNode* years = table.require("years", "write years = { from = 2026, to = 2028 }"))
        read_years(*years, intervention, reading);
    if (const TomlNode* eligible = table.take("eligible")) intervention.eligible = read_eligibility(*eligible, reading);
    read_offer(table, intervention, reading);
    if (const TomlNode* cost = table.take("cost")) read_cost(*cost, intervention, reading);
    if (const TomlNode* effects = table.take("effect"))
        for (const TomlNode* effect : tables_of(*effects, "intervention.effect", reading))
            intervention.effects.push_back(read_effect(*effect, intervention.eligible, reading));
    refuse_excess(intervention, node.where, reading);
    table.refuse_the_rest();
    return intervention;
}

}  // namespace spires
