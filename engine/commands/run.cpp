#include "commands/run.hpp"

#include "commands/figures.hpp"
#include "commands/run_forecast.hpp"
#include "commands/run_reading.hpp"
#include "commands/summary.hpp"
#include "core/error.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <chrono>
#include <iostream>

namespace spires {

namespace {

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

int run_command(const std::vector<std::string>& words) {
    const auto options = parse_run_options(words);
    if (!options) return static_cast<int>(Exit::done);
    if (options->dry_run) {
        tell_needs(*options);
        return static_cast<int>(Exit::done);
    }
    const RunOutcome outcome = perform_run(*options, words);
    if (outcome.half_width) {
        std::cerr << fmt::format("{} replicates: the mean change is known to ±{:.4f} years{}\n", outcome.design.replicates(), *outcome.half_width,
                                 *outcome.half_width > *options->precision ? fmt::format("; ±{} would take more than are run for it", *options->precision) : "");
    }
    const ResultsReader reader(options->output);
    print_headline(std::cout, reader, {.area = 0, .year = std::nullopt, .seconds = outcome.seconds});
    std::cout << "results: " << options->output.string() << '\n';
    return static_cast<int>(Exit::done);
}

}  // namespace spires
