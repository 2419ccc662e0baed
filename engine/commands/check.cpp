#include "commands/check.hpp"

#include "commands/command_line.hpp"
#include "commands/explain.hpp"
#include "core/error.hpp"
#include "scenario/read_scenario.hpp"

#include <algorithm>
#include <iostream>

namespace spires {

namespace {

const CommandText text{
    "check", "check SCENARIO.toml … [options]",
    "Reads scenarios without running them and explains each intervention: who is eligible today,\n"
    "how many would take part, at what cost, with what effect and on what evidence.",
    "check scenarios/physical_activity.toml"};

/// Scenarios with interventions, or the baseline when there is nothing else.
std::vector<Scenario> worth_explaining(std::vector<Scenario> scenarios) {
    if (scenarios.size() > 1) scenarios.erase(scenarios.begin());
    return scenarios;
}

}  // namespace

int check_command(const std::vector<std::string>& words, const WithPeopleToday& with_people_today) {
    options::options_description known;
    known.add_options()
        ("inputs", options::value<std::string>()->default_value(default_inputs)->value_name("DIR"), "folder of input tables")
        ("years", options::value<std::string>()->default_value(default_years)->value_name("FROM:TO"), "years of the run");
    const auto given = parse_command_line(words, text, known, "scenario");
    if (!given) return static_cast<int>(Exit::done);
    if (given->count("scenario") == 0)
        throw UserError(Exit::wrong_usage, "spires check: error: name a scenario file; see `spires check --help`");
    const std::filesystem::path inputs = (*given)["inputs"].as<std::string>();
    const auto [first, last] = parse_years((*given)["years"].as<std::string>());
    const auto& names = (*given)["scenario"].as<std::vector<std::string>>();

    const Vocabulary vocabulary(inputs);
    const ScenarioContext context = vocabulary.context(first, last);
    const auto scenarios = worth_explaining(read_scenarios({names.begin(), names.end()}, context));
    const auto explain_all = [&](const PeopleToday* today) {
        for (std::size_t i = 0; i < scenarios.size(); ++i) {
            if (i > 0) std::cout << '\n';
            explain(std::cout, scenarios[i], vocabulary, context, today);
        }
    };
    const bool anyone = std::ranges::any_of(scenarios, [](const Scenario& scenario) { return !scenario.interventions.empty(); });
    if (with_people_today && anyone)
        with_people_today(inputs, vocabulary.places, [&](const PeopleToday& today) { explain_all(&today); });
    else
        explain_all(nullptr);
    return static_cast<int>(Exit::done);
}

}  // namespace spires
