#include "commands/measure.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "measure/measures_of_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>

namespace spires {

namespace {

const CommandText text{
    "measure", "measure life-expectancy|healthy-life-expectancy|slope-index|standardised-rate TABLE.csv [options]",
    "Takes a published measure of your own table, by the functions that measure the simulated city, in the\n"
    "manner of OHID and ONS. One row a band; further columns are groups, each with an answer of its own.\n\n"
    "  life-expectancy          age,population,deaths          age: 0, 1, 5, 10 … 90\n"
    "  healthy-life-expectancy  age,population,deaths,good_health[,respondents]\n"
    "  slope-index              quantile,population,value,se   or lower,upper; 1 = most deprived\n"
    "  standardised-rate        age,events,population          age: 0, 5, 10 … 90",
    "measure life-expectancy deaths.csv\n"
    "         spires measure slope-index tenths.csv --kind rate --json\n"
    "         spires measure standardised-rate events.csv --ages 0:70     (under 75)"};

const std::vector<std::string> measures{"life-expectancy", "healthy-life-expectancy", "slope-index", "standardised-rate"};
const std::vector<std::string> kinds{"other", "rate", "proportion"};

[[noreturn]] void refuse(const std::string& what) {
    throw UserError(Exit::wrong_usage, fmt::format("spires measure: error: {}; see `spires measure --help`", what));
}

std::size_t place_in(const std::vector<std::string>& known, const std::string& word, const std::string& what) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (found == known.end()) refuse(fmt::format("unknown {} '{}'{}", what, word, suggestion(word, known)));
    return static_cast<std::size_t>(found - known.begin());
}

/// 95 or 0.95, as OHID takes it: from 90 to under 100 per cent.
double confidence_of(double given) {
    const double share = given > 1 ? given / 100 : given;
    if (!(share >= 0.9 && share < 1)) refuse(fmt::format("--confidence {} is not from 90 to under 100 per cent", given));
    return share;
}

/// "0:70": first years of the first and the last band.
std::pair<int, int> ages_of(const std::string& given) {
    int from = -1, to = -1;
    const char* end = given.data() + given.size();
    const auto [colon, wrong] = std::from_chars(given.data(), end, from);
    const bool parted = wrong == std::errc{} && colon != end && *colon == ':';
    const auto last = parted ? std::from_chars(colon + 1, end, to).ptr : given.data();
    if (last != end || from % 5 != 0 || to % 5 != 0 || from < 0 || to > 90 || from > to)
        refuse(fmt::format("--ages takes the first years of the first and last five-year band, as in 0:70; found '{}'", given));
    return {from, to};
}

SlopeOptions slope_options(const options::variables_map& given) {
    SlopeOptions chosen;
    chosen.confidence = confidence_of(given["confidence"].as<double>());
    chosen.multiplier = given["multiplier"].as<double>();
    chosen.repetitions = given["repetitions"].as<std::size_t>();
    chosen.seed = parse_seed(given["seed"].as<std::string>(), "measure");
    if (chosen.repetitions < 1000 || chosen.repetitions > 10'000'000) refuse("--repetitions are from 1,000 to 10,000,000");
    if (!(chosen.multiplier < 0 || chosen.multiplier > 0)) refuse("--multiplier must not be 0");
    return chosen;
}

Measured measure(const std::string& what, const std::string& file, const options::variables_map& given) {
    const double confidence = confidence_of(given["confidence"].as<double>());
    switch (place_in(measures, what, "measure")) {
        case 0: return measure_life(file, false, confidence);
        case 1: return measure_life(file, true, confidence);
        case 2: return measure_slope(file, static_cast<FigureKind>(place_in(kinds, given["kind"].as<std::string>(), "kind")), slope_options(given));
        default: {
            const auto [from, to] = ages_of(given["ages"].as<std::string>());
            const double per = given["per"].as<double>();
            if (!(per > 0)) refuse("--per must be above 0");
            return measure_rate(file, {confidence, from, to, per});
        }
    }
}

options::options_description known_options() {
    options::options_description known("options");
    known.add_options()
        ("json", "one JSON object instead of CSV, with every digit")
        ("confidence", options::value<double>()->default_value(95, "95")->value_name("PER CENT"), "of the limits")
        ("kind", options::value<std::string>()->default_value("other")->value_name("KIND"), "slope-index: other, rate (values scatter by their logarithm) or proportion (log-odds)")
        ("multiplier", options::value<double>()->default_value(1, "1")->value_name("X"), "slope-index: of the index; a negative one turns its sign and the ratio round")
        ("repetitions", options::value<std::size_t>()->default_value(100'000)->value_name("N"), "slope-index: of the simulation")
        ("seed", options::value<std::string>()->default_value("1")->value_name("S"), "slope-index: of the simulation")
        ("ages", options::value<std::string>()->default_value("0:90")->value_name("FROM:TO"), "standardised-rate: first years of the first and last band")
        ("per", options::value<double>()->default_value(100'000, "100000")->value_name("N"), "standardised-rate: so many people");
    return known;
}

/// Tells what was left out; a table without any answer is wrong, and further columns are the usual reason.
int tell(const Measured& measured) {
    for (const auto& warning : measured.warnings) std::cerr << warning << '\n';
    if (measured.found_any()) return static_cast<int>(Exit::done);
    std::cerr << measured.table << ": error: no value for any group";
    if (!measured.group_columns.empty()) {
        std::cerr << "; groups were made by";
        for (const auto& column : measured.group_columns) std::cerr << " '" << column << '\'';
    }
    std::cerr << '\n';
    return static_cast<int>(Exit::wrong_data);
}

}  // namespace

int measure_command(const std::vector<std::string>& words) {
    const auto given = parse_command_line(words, text, known_options(), "words");
    if (!given) return static_cast<int>(Exit::done);
    if (given->count("words") == 0) refuse("name a measure and a table");
    const auto& names = (*given)["words"].as<std::vector<std::string>>();
    static_cast<void>(place_in(measures, names[0], "measure"));
    if (names.size() != 2) refuse("name one table after the measure");
    const Measured measured = measure(names[0], names[1], *given);
    if (given->count("json") != 0) print_measured_json(std::cout, measured);
    else print_measured_csv(std::cout, measured);
    return tell(measured);
}

}  // namespace spires
