#include "commands/synthesise.hpp"

#include "core/error.hpp"
#include "core/text.hpp"
#include "population/synthesis.hpp"
#include "results/population_file.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <iostream>

namespace spires {

namespace {

namespace options = boost::program_options;

constexpr const char* usage = R"(usage: spires synthesise [options]

Draws the people of the base year in their households, writes them to a file and
prints how near they come to every published margin.

)";
constexpr const char* example = R"(
example: spires synthesise -o outputs/population.h5 --seed 7
)";
constexpr int base_year = 2022;  // of the tables

options::options_description known_options() {
    options::options_description known("options");
    known.add_options()
        ("output,o", options::value<std::string>()->value_name("FILE")->default_value("outputs/population.h5"), "where the people go")
        ("inputs", options::value<std::string>()->value_name("DIR")->default_value("inputs/coventry"), "folder of the input tables")
        ("seed", options::value<std::string>()->value_name("S")->default_value("1"), "another seed draws other people to the same margins")
        ("help,h", "this text");
    return known;
}

[[noreturn]] void refuse(const std::string& why) {
    throw UserError(Exit::wrong_usage, fmt::format("spires synthesise: error: {}; see `spires synthesise --help`", why));
}

options::variables_map parse(const std::vector<std::string>& words) {
    namespace style = options::command_line_style;
    options::variables_map given;
    try {
        options::store(options::command_line_parser(words).options(known_options()).positional({})
                           .style(style::unix_style & ~style::allow_guessing).run(), given);
    } catch (const options::error& problem) {
        refuse(problem.what());
    }
    return given;
}

/// As text first: Boost would take -1 for a very large seed.
std::uint64_t read_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (status != std::errc{} || end != text.data() + text.size()) refuse(fmt::format("--seed {} is not a whole number from 0 to 2^64 - 1", text));
    return seed;
}

void print_fit(const Synthesis& synthesis) {
    const double people = static_cast<double>(synthesis.population.people());
    const double households = static_cast<double>(synthesis.population.private_households());
    double communal = 0;
    for (const auto& block : synthesis.population.blocks)
        for (std::size_t h = 0; h < block.households.size(); ++h)
            if (block.households.kind[h] != HouseholdKind::private_household) communal += block.households.persons[h];
    std::cout << fmt::format("{} people · {} private households · {} people in communal establishments\n\n",
                             with_thousands(people), with_thousands(households), with_thousands(communal));
    std::cout << fmt::format("{:<47}{:<11}{:<11}{:>7}{:>10}\n", "margin", "counts", "standing", "cells", "error, %");
    for (const auto& margin : synthesis.fit)
        std::cout << fmt::format("{:<47}{:<11}{:<11}{:>7}{:>10.2f}\n", margin.margin, margin.counted, margin.standing,
                                 with_thousands(static_cast<double>(margin.categories)), 100 * margin.total_absolute_error_share);
    std::cout << "\nError: sum of absolute differences over the total, each margin first rescaled to mid-2022.\n";
}

}  // namespace

int synthesise_command(const std::vector<std::string>& words) {
    const options::variables_map given = parse(words);
    if (given.count("help") != 0) {
        std::cout << usage << known_options() << example;
        return static_cast<int>(Exit::done);
    }
    const std::filesystem::path inputs = given["inputs"].as<std::string>(), output = given["output"].as<std::string>();
    const std::uint64_t seed = read_seed(given["seed"].as<std::string>());
    const Places places = read_places(inputs);
    const Synthesis synthesis = synthesise(inputs, places, seed, base_year);
    write_population(output, synthesis, places, seed, base_year);
    print_fit(synthesis);
    std::cout << output.string() << '\n';
    return static_cast<int>(Exit::done);
}

}  // namespace spires
