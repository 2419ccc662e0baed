#include "commands/synthesise.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "population/synthesis.hpp"
#include "results/population_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace spires {

namespace {

constexpr int base_year = 2022;  // of the tables

CommandText text() {
    return {"synthesise", "synthesise [options]",
            "Draws the people of the base year in their households, writes them to a file and\n"
            "prints how near they come to every published margin.",
            "synthesise -o outputs/population.h5 --seed 7"};
}

options::options_description known_options() {
    options::options_description known("options");
    known.add_options()(
        "output,o",
        options::value<std::string>()->value_name("FILE")->default_value("outputs/population.h5"),
        "where the people go")(
        "inputs", options::value<std::string>()->value_name("DIR")->default_value(default_inputs),
        "folder of the input tables")(
        "seed", options::value<std::string>()->value_name("S")->default_value("1"),
        "another seed draws other people to the same margins");
    return known;
}

void print_fit(const Synthesis& synthesis) {
    const double people = static_cast<double>(synthesis.population.people());
    const double households = static_cast<double>(synthesis.population.private_households());
    double communal = 0;
    for (const auto& block : synthesis.population.blocks)
        for (std::size_t h = 0; h < block.households.size(); ++h)
            if (block.households.kind[h] != HouseholdKind::private_household)
                communal += block.households.persons[h];
    std::cout << fmt::format(
        "{} people · {} private households · {} people in communal establishments\n\n",
        with_thousands(people), with_thousands(households), with_thousands(communal));
    std::cout << fmt::format("{:<47}{:<11}{:<11}{:>7}{:>10}\n", "margin", "counts", "standing",
                             "cells", "error, %");
    for (const auto& margin : synthesis.fit)
        std::cout << fmt::format("{:<47}{:<11}{:<11}{:>7}{:>10.2f}\n", margin.margin,
                                 margin.counted, margin.standing,
                                 with_thousands(static_cast<double>(margin.categories)),
                                 100 * margin.total_absolute_error_share);
    std::cout << "\nError: sum of absolute differences over the total, each margin first rescaled "
                 "to mid-2022.\n";
}

}  // namespace

int synthesise_command(const std::vector<std::string>& words) {
    const auto given = parse_command_line(words, text(), known_options());
    if (!given) return static_cast<int>(Exit::done);
    const std::filesystem::path inputs = given->at("inputs").as<std::string>(),
                                output = given->at("output").as<std::string>();
    const std::uint64_t seed = parse_seed(given->at("seed").as<std::string>(), "synthesise");
    const Places places = read_places(inputs);
    output_folder(output);
    const Synthesis synthesis = synthesise(inputs, places, seed, base_year);
    write_population(output, synthesis, places, seed, base_year);
    print_fit(synthesis);
    std::cout << output.string() << '\n';
    return static_cast<int>(Exit::done);
}

}  // namespace spires
