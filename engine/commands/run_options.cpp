#include "commands/run_options.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "core/processors.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace spires {

namespace {

const CommandText text{"run", "run [SCENARIO.toml …] [options]",
                       "Runs the baseline and every scenario named, paired, in one pass; writes one results file and\n"
                       "prints the headline table. Without a scenario the baseline runs alone.",
                       "run scenarios/physical_activity.toml scenarios/early_years.toml --replicates 20"};

options::options_description run_options() {
    options::options_description known;
    known.add_options()
        ("output,o", options::value<std::string>()->value_name("FILE"), "results file (default outputs/<stem>/results.h5)")
        ("years", options::value<std::string>()->default_value(default_years)->value_name("FROM:TO"), "first and last year")
        ("replicates", options::value<std::size_t>()->default_value(20)->value_name("N"), "parameter draws times seeds (20: 10 draws, 2 seeds each)")
        ("precision", options::value<double>()->value_name("YEARS"), "instead of --replicates: 20, 40, 80 … until the mean change in healthy life expectancy is known to so many years either way (95 %)")
        ("seed", options::value<std::string>()->default_value("1")->value_name("S"), "of the synthesis, the draws and all luck")
        ("threads", options::value<int>()->value_name("T"), "default: the cores this process may use")
        ("inputs", options::value<std::string>()->default_value(default_inputs)->value_name("DIR"), "folder of input tables")
        ("localities", options::value<std::string>()->value_name("FILE"), "a table place,locality: results for these groups of places too")
        ("set", options::value<std::vector<std::string>>()->composing()->value_name("PARAMETER=VALUE"), "replaces a single figure; see `spires list parameters`")
        ("no-parameter-uncertainty", "every parameter at its central value")
        ("structure", "the same replicates again for each setting of the structure: seven times the work; `spires summary --structure` shows them")
        ("scale", options::value<std::size_t>()->default_value(1)->value_name("N"), "N copies of the city, for load tests")
        ("progress", options::value<std::string>()->default_value("auto")->value_name("KIND"), "auto, plain, json or none")
        ("dry-run", "tells what the run would take, and stops");
    return known;
}

[[noreturn]] void wrong(const std::string& what) { throw UserError(Exit::wrong_usage, "spires run: error: " + what + "; see `spires run --help`"); }

std::pair<std::string, double> parse_setting(const std::string& word) {
    const std::size_t equals = word.find('=');
    double value = 0;
    if (equals == std::string::npos || equals == 0) wrong(fmt::format("--set {}: write PARAMETER=VALUE", word));
    const auto [end, status] = std::from_chars(word.data() + equals + 1, word.data() + word.size(), value);
    if (status != std::errc{} || end != word.data() + word.size() || !std::isfinite(value)) wrong(fmt::format("--set {}: '{}' is not a number", word, word.substr(equals + 1)));
    return {word.substr(0, equals), value};
}

/// outputs/<stem>/results.h5, with several scenarios outputs/<first stem>+N/results.h5.
std::filesystem::path default_output(const std::vector<std::filesystem::path>& scenarios) {
    std::string folder = scenarios.empty() ? "baseline" : scenarios.front().stem().string();
    if (scenarios.size() > 1) folder += fmt::format("+{}", scenarios.size() - 1);
    return std::filesystem::path("outputs") / folder / "results.h5";
}

}  // namespace

std::optional<RunOptions> parse_run_options(const std::vector<std::string>& words) {
    const auto given = parse_command_line(words, text, run_options(), "scenario");
    if (!given) return std::nullopt;
    RunOptions run;
    if (given->count("scenario") > 0)
        for (const auto& file : (*given)["scenario"].as<std::vector<std::string>>()) run.scenarios.emplace_back(file);
    run.inputs = (*given)["inputs"].as<std::string>();
    if (given->count("localities") > 0) run.localities = (*given)["localities"].as<std::string>();
    run.output = given->count("output") > 0 ? std::filesystem::path((*given)["output"].as<std::string>()) : default_output(run.scenarios);
    std::tie(run.settings.first_year, run.settings.last_year) = parse_years((*given)["years"].as<std::string>());
    if (run.settings.first_year < 2022) wrong(fmt::format("--years: the model starts in 2022, not {}", run.settings.first_year));
    if (run.settings.last_year > 2072) wrong(fmt::format("--years: the model ends in 2072, before {}", run.settings.last_year));
    const auto replicates = (*given)["replicates"].as<std::size_t>();
    if (replicates < 1 || replicates > 100000) wrong("--replicates: a number from 1 to 100000 is needed");
    run.settings.parameter_uncertainty = given->count("no-parameter-uncertainty") == 0;
    run.settings.design = design_of(replicates, run.settings.parameter_uncertainty);
    if (given->count("precision") > 0) {
        run.precision = (*given)["precision"].as<double>();
        if (!(*run.precision > 0 && *run.precision < 100)) wrong("--precision: years above 0 and below 100 are needed");
        if (!(*given)["replicates"].defaulted()) wrong("--precision chooses the replicates: leave --replicates out");
        if (!run.settings.parameter_uncertainty) wrong("--precision rests on parameter draws: leave --no-parameter-uncertainty out");
    }
    run.settings.seed = parse_seed((*given)["seed"].as<std::string>(), "run");
    run.threads = given->count("threads") > 0 ? (*given)["threads"].as<int>() : available_processors();
    if (run.threads < 1 || run.threads > 4096) wrong("--threads: a number from 1 to 4096 is needed");
    run.copies = (*given)["scale"].as<std::size_t>();
    if (run.copies < 1 || run.copies > 10000) wrong("--scale: a number from 1 to 10000 is needed");
    if (given->count("set") > 0)
        for (const auto& word : (*given)["set"].as<std::vector<std::string>>()) run.parameters.push_back(parse_setting(word));
    run.progress = (*given)["progress"].as<std::string>();
    if (run.progress != "auto" && run.progress != "plain" && run.progress != "json" && run.progress != "none") wrong("--progress: auto, plain, json or none");
    run.structure = given->count("structure") > 0;
    run.dry_run = given->count("dry-run") > 0;
    return run;
}

}  // namespace spires
