#include "commands/run.hpp"

#include "commands/command_line.hpp"
#include "commands/figures.hpp"
#include "commands/latest.hpp"
#include "commands/precision.hpp"
#include "commands/progress.hpp"
#include "commands/run_forecast.hpp"
#include "commands/run_record.hpp"
#include "commands/summary.hpp"
#include "core/error.hpp"
#include "core/table.hpp"
#include "core/text.hpp"
#include "scenario/read_scenario.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <chrono>
#include <iostream>

namespace spires {

namespace {

std::vector<Scenario> read_all(const RunOptions& options) {
    const Places places = read_places(options.inputs, options.localities);
    const HealthTables tables = HealthTables::read(options.inputs);
    const auto conditions = tables.condition_names();
    const LeverTable levers(conditions, tables.service_names(), tables.screening_names());
    return read_scenarios(options.scenarios, {places, levers, conditions, read_source_keys(options.inputs), options.settings.first_year, options.settings.last_year});
}

/// An unknown name in --set is told before anything is made.
void check_settings(const RunOptions& options) {
    Parameters parameters = Parameters::read(options.inputs);
    for (const auto& [name, value] : options.parameters) parameters.set(name, value);
}

/// Residents of the inputs; the base has exactly these.
double residents(const std::filesystem::path& inputs) {
    const Table table = Table::read(inputs / "population.csv", {"persons"});
    double people = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) people += table.number(row, "persons", 0, 1e9);
    return people;
}

/// What a run would take, for --dry-run; refuses what does not fit as the run would.
void tell_needs(const RunOptions& options) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
    const auto start = std::chrono::steady_clock::now();
    check_settings(options);
    const auto scenarios = read_all(options);
    refuse_what_does_not_fit(estimate_run(options, scenarios.size(), residents(options.inputs)));
    const Foundations foundations(options.inputs, options.settings.seed, options.settings.last_year, options.parameters, options.copies, options.localities);
    const double so_far = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const RunNeeds needs = try_run(options, scenarios, foundations, so_far);
    fmt::print("{} scenarios × {} replicates × {} years: {:.0f} million person-years, about {} on {} threads and {:.2f} GB of memory\n", scenarios.size(),
               options.settings.design.replicates(), options.settings.last_year - options.settings.first_year + 1, needs.person_years / 1e6,
               run_time(needs.seconds), options.threads, needs.memory / 1e9);
}

}  // namespace

double perform_run(const RunOptions& options, const std::vector<std::string>& words) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
    check_settings(options);
    const auto scenarios = read_all(options);
    const double people = residents(options.inputs);
    refuse_what_does_not_fit(estimate_run(options, scenarios.size(), people));
    const auto folder = output_folder(options.output);

    const auto years = static_cast<std::size_t>(options.settings.last_year - 2022 + 1);
    Progress progress(options.progress, scenarios.size() * options.settings.design.replicates() * years, people * static_cast<double>(options.copies));
    progress.say("reading inputs and drawing the population …");
    const Foundations foundations(options.inputs, options.settings.seed, options.settings.last_year, options.parameters, options.copies, options.localities);
    ReplicateStore store(folder, axes_of(scenarios, foundations.inputs.places, options.settings), variable_catalogue(foundations.inputs.health),
                         options.settings.design.replicates());
    progress.say(fmt::format("{} people in {} households · {} scenarios × {} replicates · {} threads", with_thousands(static_cast<double>(foundations.base.people())),
                             with_thousands(static_cast<double>(foundations.base.private_households())), scenarios.size(), options.settings.design.replicates(), options.threads));
    tbb::task_arena arena(options.threads);
    auto results = arena.execute([&] { return run_experiment(foundations, scenarios, options.settings, store, [&] { progress.step(); }); });
    progress.finish();
    write_results(options.output, store, options.settings.design, results.counts, make_provenance(options, scenarios, std::move(results.draws)));
    point_latest_to(options.output);
    write_run_json(options, words, {progress.seconds(), progress.first_step_seconds()});
    return progress.seconds();
}

int run_command(const std::vector<std::string>& words) {
    const auto options = parse_run_options(words);
    if (!options) return static_cast<int>(Exit::done);
    if (options->dry_run) {
        tell_needs(*options);
        return static_cast<int>(Exit::done);
    }
    RunOptions chosen = *options;
    double seconds = 0;
    if (chosen.precision) {
        const double reached = run_to_precision(chosen, [&](const RunOptions& round) { seconds += perform_run(round, words); });
        std::cerr << fmt::format("{} replicates: the mean change is known to ±{:.4f} years{}\n", chosen.settings.design.replicates(), reached,
                                 reached > *chosen.precision ? fmt::format("; ±{} would take more than are run for it", *chosen.precision) : "");
    } else {
        seconds = perform_run(chosen, words);
    }
    const ResultsReader reader(options->output);
    print_headline(std::cout, reader, {.area = 0, .year = std::nullopt, .seconds = seconds});
    std::cout << "results: " << options->output.string() << '\n';
    return static_cast<int>(Exit::done);
}

}  // namespace spires
