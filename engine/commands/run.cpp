#include "commands/run.hpp"

#include "commands/command_line.hpp"
#include "commands/precision.hpp"
#include "commands/progress.hpp"
#include "commands/run_record.hpp"
#include "commands/summary.hpp"
#include "core/error.hpp"
#include "core/processors.hpp"
#include "core/text.hpp"
#include "scenario/read_scenario.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <iostream>

namespace spires {

namespace {

std::vector<Scenario> read_all(const RunOptions& options) {
    const Places places = read_places(options.inputs);
    const HealthTables tables = HealthTables::read(options.inputs);
    const auto conditions = tables.condition_names();
    const LeverTable levers(conditions, tables.service_names());
    return read_scenarios(options.scenarios, {places, levers, conditions, read_source_keys(options.inputs), options.settings.first_year, options.settings.last_year});
}

/// An unknown name in --set is told before anything is made.
void check_settings(const RunOptions& options) {
    Parameters parameters = Parameters::read(options.inputs);
    for (const auto& [name, value] : options.parameters) parameters.set(name, value);
}

struct Needs { double memory = 0, person_years = 0; };

/// Bytes at the peak: the base, a world for each thread, and counts; growth and slack of columns included.
Needs needs_of(const RunOptions& options, std::size_t scenarios) {
    constexpr double people = 355600, growth = 1.35, household_share = 0.4;
    const double city = people * static_cast<double>(options.copies);
    const double a_person = PersonColumns::bytes_a_row + household_share * HouseholdColumns::bytes_a_row;
    const double worlds = std::min<double>(options.threads, static_cast<double>(options.settings.design.draws));
    const double years = options.settings.last_year - 2022 + 1;
    return {150e6 + city * (a_person * (1.0 + worlds * growth) + 8.0 * worlds) + 80e6 * worlds,
            city * 1.1 * years * static_cast<double>(scenarios * options.settings.design.replicates())};
}

void refuse_what_does_not_fit(const Needs& needs) {
    const auto available = static_cast<double>(available_memory());
    if (available > 0 && needs.memory > available)
        throw UserError(Exit::service_missing, fmt::format("error: this run needs about {:.1f} GB of memory and {:.1f} GB can be had; choose fewer --threads or a smaller --scale",
                                                           needs.memory / 1e9, available / 1e9));
}

/// What a run would take, for --dry-run; refuses what does not fit as the run would.
void tell_needs(const RunOptions& options) {
    check_settings(options);
    const auto scenarios = read_all(options);
    const Needs needs = needs_of(options, scenarios.size());
    refuse_what_does_not_fit(needs);
    fmt::print("{} scenarios × {} replicates × {} years: {:.0f} million person-years, about {:.2f} GB of memory\n", scenarios.size(), options.settings.design.replicates(),
               options.settings.last_year - options.settings.first_year + 1, needs.person_years / 1e6, needs.memory / 1e9);
}

}  // namespace

double perform_run(const RunOptions& options, const std::vector<std::string>& words) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
    check_settings(options);
    const auto scenarios = read_all(options);
    refuse_what_does_not_fit(needs_of(options, scenarios.size()));
    const auto folder = output_folder(options.output);

    const auto years = static_cast<std::size_t>(options.settings.last_year - 2022 + 1);
    Progress progress(options.progress, scenarios.size() * options.settings.design.replicates() * years, 355600.0 * static_cast<double>(options.copies));
    progress.say("reading inputs and drawing the population …");
    const Foundations foundations(options.inputs, options.settings.seed, options.settings.last_year, options.parameters, options.copies);
    ReplicateStore store(folder, axes_of(scenarios, foundations.inputs.places, options.settings), variable_catalogue(foundations.inputs.health),
                         options.settings.design.replicates());
    progress.say(fmt::format("{} people in {} households · {} scenarios × {} replicates · {} threads", with_thousands(static_cast<double>(foundations.base.people())),
                             with_thousands(static_cast<double>(foundations.base.private_households())), scenarios.size(), options.settings.design.replicates(), options.threads));
    tbb::task_arena arena(options.threads);
    auto results = arena.execute([&] { return run_experiment(foundations, scenarios, options.settings, store, [&] { progress.step(); }); });
    progress.finish();
    write_results(options.output, store, options.settings.design, results.counts, make_provenance(options, scenarios, std::move(results.draws)));
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
