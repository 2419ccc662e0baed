#include "commands/schema.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "scenario/schema.hpp"
#include "scenario/vocabulary.hpp"

#include <iostream>

namespace spires {

namespace {

const CommandText text{
    "schema", "schema [options]",
    "Prints the JSON Schema of a scenario file. A scenario whose first line is\n"
    "  #:schema scenario.schema.json\n"
    "is then completed and checked by editors that know TOML.",
    "schema > scenarios/scenario.schema.json"};

}  // namespace

int schema_command(const std::vector<std::string>& words) {
    options::options_description known;
    known.add_options()
        ("inputs", options::value<std::string>()->default_value(default_inputs)->value_name("DIR"), "folder of input tables")
        ("years", options::value<std::string>()->default_value(default_years)->value_name("FROM:TO"), "years of the run");
    const auto given = parse_command_line(words, text, known);
    if (!given) return static_cast<int>(Exit::done);
    const auto [first, last] = parse_years((*given)["years"].as<std::string>());
    const Vocabulary vocabulary((*given)["inputs"].as<std::string>());
    std::cout << scenario_schema(vocabulary.context(first, last)) << '\n';
    return static_cast<int>(Exit::done);
}

}  // namespace spires
