#include "scenario/schema.hpp"

#include "core/toml.hpp"
#include "reading.hpp"
#include "scenario/keys.hpp"
#include "scenario/vocabulary.hpp"

#include <nlohmann/json.hpp>

#include <functional>

namespace spires::testing {

using Json = nlohmann::json;

/// Follows references, and of several forms takes those that fit the kind of node.
void collect_forms(const Json& schema, const Json& root, bool table, std::vector<Json>& forms) {
    if (schema.contains("$ref"))
        return collect_forms(root["definitions"].at(schema["$ref"].get<std::string>().substr(14)), root, table, forms);
    for (const char* several : {"anyOf", "allOf"})
        if (schema.contains(several) && !schema.contains("type"))
            for (const auto& form : schema[several]) collect_forms(form, root, table, forms);
    if (schema.contains(table ? "properties" : "items") || (table && schema.contains("propertyNames"))) forms.push_back(schema);
}

/// The keys of a tree that the schema does not know.
void collect_unknown(const TomlNode& node, const Json& schema, const Json& root, std::vector<std::string>& unknown) {
    const bool table = node.kind == TomlNode::Kind::table;
    std::vector<Json> forms;
    collect_forms(schema, root, table, forms);
    for (const auto& item : node.items)
        if (!forms.empty()) collect_unknown(item, forms.front()["items"], root, unknown);
    for (const auto& entry : node.entries) {
        const Json* property = nullptr;
        for (const auto& form : forms) {
            if (form.contains("properties") && form["properties"].contains(entry.key)) property = &form["properties"][entry.key];
            else if (form.contains("propertyNames")) property = &form["additionalProperties"];
        }
        if (property == nullptr) unknown.push_back(entry.key);
        else collect_unknown(entry.value, *property, root, unknown);
    }
}

class Schema : public ScenarioFiles {
protected:
    std::vector<std::string> unknown_keys(const std::string& text) const { return unknown_keys(text, schema_); }
    static std::vector<std::string> unknown_keys(const std::string& text, const Json& schema) {
        Problems problems;
        const auto tree = parse_toml(text, "test", problems);
        problems.throw_if_any();
        std::vector<std::string> unknown;
        collect_unknown(*tree, schema, schema, unknown);
        return unknown;
    }
    const Json schema_ = Json::parse(scenario_schema(context_));
};

TEST_F(Schema, Every_reference_leads_somewhere) {
    const std::function<void(const Json&)> walk = [&](const Json& part) {
        if (part.is_object() && part.contains("$ref")) {
            EXPECT_TRUE(schema_["definitions"].contains(part["$ref"].get<std::string>().substr(14))) << part.dump();
        }
        if (part.is_structured())
            for (const auto& below : part) walk(below);
    };
    walk(schema_);
}

TEST_F(Schema, Knows_the_levers_and_wards) {
    EXPECT_EQ(schema_["definitions"]["lever"]["enum"].get<std::vector<std::string>>(), levers_.names());
    EXPECT_THAT(schema_["definitions"]["wards"].dump(), ::testing::HasSubstr("Foleshill"));
}

TEST_F(Schema, A_sound_file_uses_its_keys_only) { EXPECT_THAT(unknown_keys(sound), ::testing::ElementsAre()); }

TEST_F(Schema, Other_keys_are_unknown) {
    EXPECT_THAT(unknown_keys(with_line(11, "place = 3")), ::testing::ElementsAre("place"));
    EXPECT_THAT(unknown_keys(with_line(15, "change = { add = 45, hazard_ratio = 2 }")), ::testing::ElementsAre("hazard_ratio"));
}

TEST_F(Schema, Shipped_scenarios_use_its_keys_only) {
    const std::filesystem::path folder = std::filesystem::path(SPIRES_SOURCE_FOLDER) / "scenarios";
    const Vocabulary vocabulary(std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry");
    const Json schema = Json::parse(scenario_schema(vocabulary.context(2022, 2043)));
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".toml") {
            EXPECT_THAT(unknown_keys(read_text(entry.path()), schema), ::testing::ElementsAre()) << entry.path();
        }
}

TEST(Manual, Names_every_key) {
    const std::string manual = read_text(std::filesystem::path(SPIRES_SOURCE_FOLDER) / "docs/scenario-files.md");
    for (const auto* table : {&scenario_keys, &intervention_keys, &effect_keys, &change_keys, &cost_keys, &eligible_keys, &sourced_value_keys, &assumption_keys}) {
        for (const auto& name : names_of(*table)) {
            EXPECT_THAT(manual, ::testing::ContainsRegex("[`{ ]" + name + "[`, =]")) << table->type;
        }
    }
}

}  // namespace spires::testing
