#include "scenario/schema.hpp"

#include "scenario/keys.hpp"
#include "scenario/read_assumptions.hpp"
#include "scenario/read_eligibility.hpp"
#include "scenario/words.hpp"

#include <nlohmann/json.hpp>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;

Json reference(std::string_view type) { return {{"$ref", "#/definitions/" + std::string(type)}}; }
Json number(double low, double high) { return {{"type", "number"}, {"minimum", low}, {"maximum", high}}; }
Json above(double low) { return {{"type", "number"}, {"exclusiveMinimum", low}}; }
Json whole(int low, int high) { return {{"type", "integer"}, {"minimum", low}, {"maximum", high}}; }
Json word(const std::vector<std::string>& words) { return {{"type", "string"}, {"enum", words}}; }
Json list_of(Json item, int least) { return {{"type", "array"}, {"items", std::move(item)}, {"minItems", least}}; }
Json either(std::vector<Json> forms) { return {{"anyOf", std::move(forms)}}; }
/// One word or a list of them.
Json words(const std::vector<std::string>& known) { return either({word(known), list_of(word(known), 1)}); }

/// A table with exactly these keys; `types` may give a key another type than its line says.
Json table(const KeyTable& keys, const Json& types = Json::object()) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const auto& key : keys.keys) {
        const std::string name(key.name);
        // draft-07 overlooks what stands beside a $ref, so the description goes around it.
        properties[name] = {{"description", key.description},
                            {"allOf", Json::array({types.contains(name) ? types[name] : reference(key.type)})}};
        if (key.required) required.push_back(name);
    }
    Json schema{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
    if (!required.empty()) schema["required"] = required;
    return schema;
}

Json range(int low, int high, bool both) {
    Json schema = table(range_keys, {{"from", whole(low, high)}, {"to", whole(low, high)}});
    if (both) schema["required"] = {"from", "to"};
    else schema["minProperties"] = 1;
    return schema;
}

/// A number, or a table with a mean or one of the `by_…`, whose every number fits `figure`.
Json value(const Json& figure, const KeyTable& keys, const std::vector<std::string>& wards) {
    const auto by = [&](Json names) {
        return Json{{"type", "object"}, {"minProperties", 1}, {"propertyNames", std::move(names)}, {"additionalProperties", figure}};
    };
    Json schema = table(keys, {{"mean", figure},
                               {"by_imd_decile", by({{"pattern", "^([1-9]|10)$"}})},
                               {"by_age", by({{"pattern", "^[0-9]{1,3}$"}})},
                               {"by_ward", by({{"enum", wards}})}});
    schema["oneOf"] = Json::array();
    for (const char* one : {"mean", "by_imd_decile", "by_age", "by_ward"}) schema["oneOf"].push_back({{"required", {one}}});
    return either({figure, schema});
}

/// Which kinds of change, and of what size, each lever takes: one rule for levers that take the same.
Json lever_rules(const ScenarioContext& context, const std::vector<std::string>& wards) {
    std::vector<std::pair<Json, std::vector<std::string>>> groups;
    for (std::size_t i = 0; i < context.levers.size(); ++i) {
        const auto& lever = context.levers[i];
        Json kinds = Json::object();
        for (const auto& [change, low, high] : lever.changes)
            kinds[std::string(name_of(change))] = value(number(low, high), value_keys, wards);
        const auto same = std::ranges::find(groups, kinds, [](const auto& group) { return group.first; });
        if (same == groups.end()) groups.push_back({kinds, {lever.name}});
        else same->second.push_back(lever.name);
    }
    Json rules = Json::array();
    for (const auto& [kinds, levers] : groups) {
        std::vector<std::string> names{"sd"};
        for (const auto& [name, size] : kinds.items()) names.push_back(name);
        rules.push_back({{"if", {{"properties", {{"lever", {{"enum", levers}}}}}, {"required", {"lever"}}}},
                         {"then", {{"properties", {{"change", {{"propertyNames", {{"enum", names}}}, {"properties", kinds}}}}}}}});
    }
    return rules;
}

Json plain_types(const ScenarioContext& context) {
    return {
        {"text", {{"type", "string"}}},
        {"texts", either({{{"type", "string"}}, list_of({{"type", "string"}}, 1)})},
        {"boolean", {{"type", "boolean"}}},
        {"id", {{"type", "string"}, {"pattern", "^[a-z0-9_-]+$"}}},
        {"any_number", {{"type", "number"}}},
        {"spread", {{"type", "number"}, {"minimum", 0}}},
        {"count", whole(0, 10'000'000)},
        {"price_year", whole(context.first_price_year, context.last_price_year)},
        {"years", range(context.first_year, context.last_year, true)},
        {"age_range", range(0, oldest_eligible_age, false)},
        {"years_from_0", number(0, 50)},
        {"half_life", either({{{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", 200}}, word({"none"})})},
        {"repeat", word({"once", "yearly"})},
        {"evidence", context.sources.empty() ? Json{{"type", "string"}} : word(context.sources)},
        {"lever", word(context.levers.names())},
        {"ambition", word(keys_of(ambitions))},
        {"pillars", words(keys_of(pillars))},
        {"priorities", words(keys_of(priorities))},
    };
}

Json group_types(const ScenarioContext& context, const std::vector<std::string>& wards) {
    const Json decile = whole(1, static_cast<int>(deciles));
    return {
        {"sexes", words(texts(sex_names))},
        {"deciles", either({decile, list_of(decile, 1), range(1, static_cast<int>(deciles), false)})},
        {"wards", words(wards)},
        {"ethnic_groups", words(texts(ethnic_group_names))},
        {"activity_groups", words(texts(activity_group_names))},
        {"smoking_states", words(texts(smoking_names))},
        {"economic_statuses", words(texts(economic_status_names))},
        {"qualifications", words(texts(qualification_names))},
        {"tenures", words(texts(tenure_names))},
        {"conditions", words(context.conditions)},
        {"from", [] {
            Json schema = table(from_keys, {{"from", number(10, 80)}});
            schema["required"] = {"from"};
            return schema;
        }()},
    };
}

Json value_types(const std::vector<std::string>& wards) {
    return {
        {"sourced_share", value(number(0, 1), sourced_value_keys, wards)},
        {"quantity", value({{"type", "number"}}, value_keys, wards)},
        {"ratio", value(above(0), value_keys, wards)},
        {"money", value(number(0, 1e10), value_keys, wards)},
    };
}

Json assumption() {
    Json by_year{{"type", "object"}, {"minProperties", 1}, {"propertyNames", {{"pattern", "^20[0-9]{2}$|^2100$"}}}, {"additionalProperties", {{"type", "number"}}}};
    Json schema = table(assumption_keys, {{"by_year", by_year}});
    schema["oneOf"] = Json::array({{{"required", {"factor"}}}, {{"required", {"by_year"}}}});
    return either({{{"type", "number"}}, schema});
}

/// Trends and levers by name; one with a dot may also stand as a table in a table.
Json assumptions(const ScenarioContext& context) {
    Json properties = Json::object();
    for (const auto& name : assumption_names(context.levers)) {
        properties[name] = reference("assumption");
        const std::size_t dot = name.find('.');
        if (dot == std::string::npos) continue;
        Json& of = properties[name.substr(0, dot)];
        if (of.is_null()) of = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
        if (of.contains("properties")) of["properties"][name.substr(dot + 1)] = reference("assumption");
    }
    return {{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
}

Json table_types(const ScenarioContext& context, const std::vector<std::string>& wards) {
    Json effect = table(effect_keys);
    effect["allOf"] = lever_rules(context, wards);
    Json change = table(change_keys);
    change["oneOf"] = Json::array();
    for (const auto name : change_names) change["oneOf"].push_back({{"required", {name}}});
    return {
        {"eligible", table(eligible_keys)},
        {"cost", table(cost_keys)},
        {"change", change},
        {"effects", list_of(effect, 0)},
        {"interventions", list_of(table(intervention_keys), 0)},
        {"assumption", assumption()},
        {"assumptions", assumptions(context)},
    };
}

}  // namespace

std::string scenario_schema(const ScenarioContext& context) {
    const auto wards = ward_words(context.places);
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "A Spires scenario"},
                {"description", "Interventions in " + context.places.city_name + " as data"}};
    schema.update(table(scenario_keys));
    Json& definitions = schema["definitions"];
    for (const Json& types : {plain_types(context), group_types(context, wards), value_types(wards), table_types(context, wards)})
        definitions.update(types);
    return schema.dump(2);
}

}  // namespace spires
