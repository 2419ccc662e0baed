#include "report/tidy_metadata.hpp"

#include <nlohmann/json.hpp>

namespace spires {

namespace {

// One element in braces may be taken for a copy of it, so lists of one are written as Json::array.
using Json = nlohmann::ordered_json;

constexpr const char* licence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// "dim_area.area_code" as table and column.
std::pair<std::string, std::string> reference(const TidyColumn& column) {
    const std::size_t point = column.refers_to.find('.');
    return {column.refers_to.substr(0, point), column.refers_to.substr(point + 1)};
}

Json frictionless_schema(const TidyTable& table) {
    Json schema = {{"fields", Json::array()}, {"primaryKey", table.key}, {"missingValues", Json::array({""})}};
    Json foreign = Json::array();
    for (const TidyColumn& column : table.columns) {
        Json field = {{"name", column.name}, {"type", column.kind}};
        if (!column.description.empty()) field["description"] = column.description;
        schema["fields"].push_back(field);
        if (column.refers_to.empty()) continue;
        const auto [other, name] = reference(column);
        foreign.push_back({{"fields", Json::array({column.name})}, {"reference", {{"resource", other}, {"fields", Json::array({name})}}}});
    }
    if (!foreign.empty()) schema["foreignKeys"] = foreign;
    return schema;
}

Json csvw_schema(const TidyTable& table) {
    Json schema = {{"columns", Json::array()}, {"primaryKey", table.key}};
    Json foreign = Json::array();
    for (const TidyColumn& column : table.columns) {
        Json one = {{"name", column.name}, {"titles", column.name}, {"datatype", column.kind}};
        if (!column.description.empty()) one["dc:description"] = column.description;
        schema["columns"].push_back(one);
        if (column.refers_to.empty()) continue;
        const auto [other, name] = reference(column);
        foreign.push_back({{"columnReference", column.name}, {"reference", {{"resource", other + ".csv"}, {"columnReference", name}}}});
    }
    if (!foreign.empty()) schema["foreignKeys"] = foreign;
    return schema;
}

std::string text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string frictionless_package(const std::vector<TidyTable>& tables, const ResultsReader& results) {
    Json package = {{"profile", "tabular-data-package"}, {"name", "spires-results"}, {"title", results.attribute("/", "title")},
                    {"description", "Written by spires export from " + results.file().filename().string() + "; " + results.attribute("/", "source")},
                    {"licenses", Json::array({Json{{"name", "OGL-UK-3.0"}, {"path", licence}}})}, {"resources", Json::array()}};
    for (const TidyTable& table : tables)
        package["resources"].push_back({{"name", table.name}, {"title", table.title}, {"path", table.file()}, {"profile", "tabular-data-resource"}, {"format", "csv"}, {"mediatype", "text/csv"},
                                        {"encoding", "utf-8"}, {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}, {"header", true}}}, {"schema", frictionless_schema(table)}});
    return text(package);
}

std::string csvw_metadata(const std::vector<TidyTable>& tables, const ResultsReader& results) {
    Json group = {{"@context", Json::array({"http://www.w3.org/ns/csvw", {{"@language", "en"}}})}, {"dc:title", results.attribute("/", "title")}, {"dc:source", results.attribute("/", "source")},
                  {"dc:license", {{"@id", licence}}}, {"dialect", {{"encoding", "utf-8"}, {"lineTerminators", Json::array({"\n"})}, {"header", true}}}, {"tables", Json::array()}};
    for (const TidyTable& table : tables) group["tables"].push_back({{"url", table.file()}, {"dc:title", table.title}, {"tableSchema", csvw_schema(table)}});
    return text(group);
}

}  // namespace spires
