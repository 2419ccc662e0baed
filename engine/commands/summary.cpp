#include "commands/summary.hpp"

#include "commands/bundle.hpp"
#include "commands/drivers.hpp"
#include "commands/economics.hpp"
#include "commands/headline.hpp"
#include "commands/inequality_table.hpp"
#include "commands/sentences.hpp"
#include "commands/structure_table.hpp"
#include "core/error.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <iostream>

namespace spires {

namespace {

namespace options = boost::program_options;

constexpr const char* usage = R"(usage: spires summary RESULTS.h5 [options]

Prints the headline table of a results file again, and the answer in words.

)";
constexpr const char* example = R"(
example: spires summary outputs/physical_activity/results.h5 --area Foleshill --year 2035
)";

options::options_description visible() {
    options::options_description known("options");
    known.add_options()
        ("area", options::value<std::string>()->value_name("AREA"), "a ward, tenth of deprivation or the city, by code or name")
        ("indicator", options::value<std::string>()->value_name("NAME"), "one indicator, year by year; with --year by sex")
        ("year", options::value<int>()->value_name("YEAR"), "instead of 2040 (or the last year)")
        ("economics", "costs, costs avoided by payer, cost of a healthy year, net benefit")
        ("inequality", "gaps, slopes, the chance that they narrow, and who gains")
        ("drivers", "what the uncertainty hangs on: luck and parameters")
        ("structure", "the changes when the model is built otherwise, of a file made by `run --structure`")
        ("json", "for programs, with all of it")
        ("help,h", "this text");
    return known;
}

options::variables_map parse(const std::vector<std::string>& words) {
    options::options_description all = visible();
    all.add_options()("results", options::value<std::string>());
    options::positional_options_description places;
    places.add("results", 1);
    namespace style = options::command_line_style;
    options::variables_map given;
    try {
        options::store(options::command_line_parser(words).options(all).positional(places)
                           .style(style::unix_style & ~style::allow_guessing).run(), given);
    } catch (const options::error& problem) {
        throw UserError(Exit::wrong_usage, fmt::format("spires summary: error: {}; see `spires summary --help`", problem.what()));
    }
    return given;
}

void print_sentences(std::ostream& out, const ResultsReader& results, const HeadlineOptions& chosen) {
    const std::size_t year = chosen.year.value_or(headline_year(results));
    for (std::size_t scenario = 1; scenario < results.axes().scenarios.size(); ++scenario) {
        out << '\n' << results.axes().scenarios[scenario].name << ".\n";
        for (const auto& sentence : sentences(results, {scenario, year, chosen.area, 0})) out << sentence << '\n';
        if (chosen.area == 0)
            for (const auto& sentence : uncertainty_sentences(results, scenario, year)) out << sentence << '\n';
    }
}

/// The tables asked for by name; false when none was.
bool print_tables(std::ostream& out, const ResultsReader& results, const options::variables_map& given, std::size_t year) {
    const auto asked = [&](const char* name) { return given.count(name) != 0; };
    if (asked("structure") && !has_structure(results))
        throw UserError(Exit::wrong_data, fmt::format("{}: error: it holds no settings of the structure; run again with `spires run --structure`", results.file().string()));
    if (asked("economics")) print_economics(out, results);
    if (asked("inequality")) print_inequality(out, results, year);
    if (asked("drivers")) print_drivers(out, results, year);
    if (asked("structure")) print_structure(out, results, year);
    return asked("economics") || asked("inequality") || asked("drivers") || asked("structure");
}

}  // namespace

int summary_command(const std::vector<std::string>& words) {
    const options::variables_map given = parse(words);
    if (given.count("help") != 0) {
        std::cout << usage << visible() << example;
        return static_cast<int>(Exit::done);
    }
    if (given.count("results") == 0) {
        throw UserError(Exit::wrong_usage, "spires summary: error: name a results file; see `spires summary --help`");
    }
    const ResultsReader results(given["results"].as<std::string>());
    HeadlineOptions chosen;
    if (given.count("area") != 0) chosen.area = results.area(given["area"].as<std::string>());
    if (given.count("year") != 0) chosen.year = results.year(given["year"].as<int>());
    const std::string indicator = given.count("indicator") != 0 ? given["indicator"].as<std::string>() : "";
    if (!indicator.empty()) static_cast<void>(results.variable(indicator));  // an unknown one fails before anything is printed
    if (given.count("json") == 0 && print_tables(std::cout, results, given, chosen.year.value_or(headline_year(results)))) return static_cast<int>(Exit::done);
    if (given.count("json") != 0) print_summary_json(std::cout, results, indicator, chosen);
    else if (!indicator.empty()) print_indicator(std::cout, results, indicator, chosen);
    else {
        print_headline(std::cout, results, chosen);
        print_sentences(std::cout, results, chosen);
        if (chosen.area == 0) print_bundles(std::cout, results, chosen.year.value_or(headline_year(results)));
    }
    return static_cast<int>(Exit::done);
}

}  // namespace spires
