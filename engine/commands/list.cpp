#include "commands/list.hpp"

#include "commands/columns.hpp"
#include "commands/command_line.hpp"
#include "core/table.hpp"
#include "core/text.hpp"
#include "indicators/catalogue.hpp"
#include "inputs/parameters.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/vocabulary.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iostream>

namespace spires {

namespace {

/// Units as files have them, for people.
std::string in_plain_words(std::string_view unit) {
    if (unit == "1") return "share";
    if (unit == "1e-5") return "per 100,000";
    return unit == "GBP" ? "pounds" : std::string(unit);
}

using Folder = std::filesystem::path;

/// Where to look: the input tables, and the folder of scenario files.
struct Folders {
    Folder inputs, scenarios;
};

void list_levers(const Folders& folders) {
    const Vocabulary vocabulary(folders.inputs);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < vocabulary.levers.size(); ++i) {
        const auto& lever = vocabulary.levers[i];
        std::vector<std::string> changes;
        for (const auto& change : lever.changes)
            changes.push_back(fmt::format("{} {} to {}", name_of(change.change), change.low, change.high));
        rows.push_back({lever.name, lever.unit, fmt::format("{}", fmt::join(changes, ", ")), lever.description});
    }
    print_columns(std::cout, {"lever", "unit", "change and its range", "what it moves"}, rows);
}

/// The strategy's indicators with their definitions, by ambition; nothing where the inputs name none.
void list_of_strategy(const Folder& inputs, const std::vector<Variable>& catalogue) {
    if (!std::filesystem::exists(inputs / "indicators.csv")) return;
    const Table table = Table::read(inputs / "indicators.csv", {"number", "indicator", "label", "unit", "better", "ambition", "ages", "numerator", "denominator", "definition"});
    for (const auto& ambition : ambitions) {
        std::vector<Row> rows;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string name(table.text(row, "indicator"));
            if (table.text(row, "ambition") != ambition.key) continue;
            if (std::ranges::find(catalogue, name, &Variable::name) == catalogue.end()) table.fail(row, "indicator", "the model has no such indicator");
            const auto of = table.text(row, "denominator");
            rows.push_back({std::string(table.text(row, "number")), name, in_plain_words(table.text(row, "unit")), std::string(table.text(row, "better")), std::string(table.text(row, "ages")),
                            fmt::format("{}{}{} ({})", table.text(row, "numerator"), of.empty() ? "" : " / ", of, table.text(row, "definition"))});
        }
        fmt::print("{}\n", ambition.title);
        std::cout.flush();
        print_columns(std::cout, {"", "indicator", "unit", "better is", "who", "definition"}, rows, "rlllll");
        std::cout << '\n';
    }
}

void list_indicators(const Folders& folders) {
    const auto catalogue = variable_catalogue(HealthTables::read(folders.inputs), Parameters::read(folders.inputs));
    list_of_strategy(folders.inputs, catalogue);
    std::vector<Row> rows;
    for (const auto& variable : catalogue)
        rows.push_back({variable.name, in_plain_words(variable.units), variable.direction, variable.city_only ? "city" : "all areas",
                        variable.long_name});
    print_columns(std::cout, {"indicator", "unit", "better is", "where", "what it is"}, rows);
}

/// What a scenario's [assumptions] can set.
void list_assumptions(const Folders& folders) {
    const Vocabulary vocabulary(folders.inputs);
    std::vector<Row> rows;
    for (const auto& trend : trend_lines)
        rows.push_back({std::string(trend.name), "the city", fmt::format("{} to {}", trend.low, trend.high), std::string(trend.description)});
    for (std::size_t i = 0; i < vocabulary.levers.size(); ++i)
        for (const auto& change : vocabulary.levers[i].changes)
            if (change.change == Change::odds_ratio || change.change == Change::rate_ratio)
                rows.push_back({vocabulary.levers[i].name, "everybody", fmt::format("{} to {}", change.low, change.high), vocabulary.levers[i].description});
    print_columns(std::cout, {"assumption", "of", "factor", "what it is"}, rows);
}

void list_areas(const Folders& folders) {
    const Places places = read_places(folders.inputs);
    std::vector<double> by_ward(places.wards.size()), by_decile(deciles);
    double city = 0;
    for (const auto& place : places.places) {
        by_ward[place.ward] += place.residents;
        by_decile[place.decile] += place.residents;
        city += place.residents;
    }
    const Table names = Table::read(folders.inputs / "city.csv", {"city_code", "city"});
    std::vector<Row> rows{{std::string(names.text(0, "city_code")), "city", std::string(names.text(0, "city")), with_thousands(city)}};
    for (std::size_t i = 0; i < places.wards.size(); ++i)
        rows.push_back({places.wards[i].code, "ward", places.wards[i].name, with_thousands(by_ward[i])});
    for (std::size_t i = 0; i < deciles; ++i)
        rows.push_back({fmt::format("IMD{:02}", i + 1), "imd_decile", i == 0 ? "most deprived tenth of England" : fmt::format("tenth {}", i + 1),
                        with_thousands(by_decile[i])});
    for (std::size_t i = 0; i < places.localities.size(); ++i) {
        double here = 0;
        for (const auto& place : places.places)
            if (place.locality == static_cast<std::int16_t>(i)) here += place.residents;
        rows.push_back({fmt::format("LOC{:02}", i + 1), "locality", places.localities[i], with_thousands(here)});
    }
    print_columns(std::cout, {"area", "type", "name", "residents 2021"}, rows, "lllr");
}

void list_scenarios(const Folders& folders) {
    if (!std::filesystem::is_directory(folders.scenarios))
        throw UserError(Exit::input_missing, fmt::format("{}: error: no such folder; name one with --scenarios", folders.scenarios.string()));
    const Vocabulary vocabulary(folders.inputs);
    const auto context = vocabulary.context(0, 0);
    std::vector<Folder> files;
    for (const auto& entry : std::filesystem::directory_iterator(folders.scenarios))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Row> rows;
    for (const auto& file : files) {
        const Scenario scenario = read_heading(file, context);
        rows.push_back({scenario.stem, scenario.ambition, fmt::format("{}", fmt::join(scenario.pillars, ", ")), scenario.name});
    }
    print_columns(std::cout, {"scenario", "ambition", "pillars", "name"}, rows);
}

void list_services(const Folders& folders) {
    const Table table = Table::read(folders.inputs / "services.csv", {"service", "label", "age_from", "age_to", "total", "unit_cost", "price_year"});
    std::vector<Row> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        rows.push_back({std::string(table.text(row, "service")), fmt::format("{}-{}", table.text(row, "age_from"), table.text(row, "age_to")),
                        with_thousands(table.number(row, "total")), with_thousands(table.number(row, "unit_cost"), 2),
                        std::string(table.text(row, "price_year")), std::string(table.text(row, "label"))});
    print_columns(std::cout, {"service", "ages", "number a year", "pounds each", "prices of", "what it is"}, rows, "llrrrl");
}

void list_conditions(const Folders& folders) {
    const Table table = Table::read(folders.inputs / "conditions.csv", {"condition", "label", "sex", "age_from", "age_to"});
    std::vector<Row> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        rows.push_back({std::string(table.text(row, "condition")), std::string(table.text(row, "sex")),
                        fmt::format("{}-{}", table.text(row, "age_from"), table.text(row, "age_to")), std::string(table.text(row, "label"))});
    print_columns(std::cout, {"condition", "sex", "ages", "what it is"}, rows);
}

void list_parameters(const Folders& folders) {
    const Parameters parameters = Parameters::read(folders.inputs);
    std::vector<Row> rows;
    for (const auto& parameter : parameters.all())
        rows.push_back({parameter.name, fmt::format("{:g}", parameter.value), fmt::format("{:g} to {:g}", parameter.lower, parameter.upper),
                        parameter.unit, parameter.standing, parameter.description});
    print_columns(std::cout, {"parameter", "value", "95 % limits", "unit", "standing", "what it is"}, rows, "lr");
}

void list_words(std::string_view what, std::span<const Word> words) {
    std::vector<Row> rows;
    for (const auto& word : words) rows.push_back({std::string(word.key), std::string(word.title)});
    print_columns(std::cout, {std::string(what), "what it is"}, rows);
}

void list_pillars(const Folders&) { list_words("pillar", pillars); }
void list_priorities(const Folders&) { list_words("priority", priorities); }
void list_ambitions(const Folders&) { list_words("ambition", ambitions); }

struct Listing {
    std::string_view name;
    void (*print)(const Folders&);
};
constexpr std::array<Listing, 11> listings{{
    {"levers", list_levers}, {"assumptions", list_assumptions}, {"indicators", list_indicators}, {"areas", list_areas}, {"scenarios", list_scenarios},
    {"services", list_services}, {"conditions", list_conditions}, {"parameters", list_parameters},
    {"pillars", list_pillars}, {"priorities", list_priorities}, {"ambitions", list_ambitions},
}};

std::vector<std::string> names_of_listings() {
    std::vector<std::string> names;
    for (const auto& listing : listings) names.emplace_back(listing.name);
    return names;
}

CommandText text() {
    return {"list", fmt::format("list {} [options]", fmt::join(names_of_listings(), "|")),
            "Prints what can be named in a scenario, with units, allowed ranges and base values.", "list levers"};
}

}  // namespace

int list_command(const std::vector<std::string>& words) {
    options::options_description known;
    known.add_options()
        ("inputs", options::value<std::string>()->default_value(default_inputs)->value_name("DIR"), "folder of input tables")
        ("scenarios", options::value<std::string>()->default_value("scenarios")->value_name("DIR"), "folder of scenario files");
    const auto given = parse_command_line(words, text(), known, "what");
    if (!given) return static_cast<int>(Exit::done);
    const auto what = given->count("what") != 0 ? (*given)["what"].as<std::vector<std::string>>() : std::vector<std::string>{};
    if (what.size() != 1)
        throw UserError(Exit::wrong_usage, fmt::format("spires list: error: name one of {}", fmt::join(names_of_listings(), ", ")));
    const auto found = std::ranges::find(listings, what.front(), &Listing::name);
    if (found == listings.end())
        throw UserError(Exit::wrong_usage, fmt::format("spires list: error: unknown list '{}'{}; known: {}", what.front(),
                                                       suggestion(what.front(), names_of_listings()),
                                                       fmt::join(names_of_listings(), ", ")));
    found->print({(*given)["inputs"].as<std::string>(), (*given)["scenarios"].as<std::string>()});
    return static_cast<int>(Exit::done);
}

}  // namespace spires
