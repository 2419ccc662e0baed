#include "commands/run_forecast.hpp"

#include "core/error.hpp"
#include "core/processors.hpp"
#include "experiment_counts.hpp"
#include "simulation.hpp"
#include "world_values.hpp"

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace spires {

namespace {

/// Blocks played: two trials tell what grows with people from what is the same for a city of any size.
constexpr std::size_t few_blocks = 1, more_blocks = 4;
constexpr double seconds_to_write = 0.02;    ///< a scenario and year
/// What a block takes more in a trial, where memory and tables are new to it; with more worlds more so, since their counts
/// cost what they cost for a few blocks too. Fitted to three runs (docs/performance.md).
constexpr double city_against_trial = 0.88, city_against_trial_a_scenario = -0.0165, least_against_trial = 0.6;
constexpr double gain_of_a_thread = 0.9;     ///< of each after the first: they share memory and its bandwidth

double seconds_since(std::chrono::steady_clock::time_point start) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); }

/// One replicate as a few blocks show it: what grows with people, and what does not.
class Trial {
public:
    Trial(const RunOptions& options, const std::vector<Scenario>& scenarios, const Foundations& foundations)
        : options_(options), scenarios_(scenarios), foundations_(foundations), axes_(axes_of(scenarios, foundations.inputs.places, options.settings)),
          indicators_(indicator_catalogue(foundations.inputs.health, foundations.inputs.parameters)) {}

    /// Seconds of one replicate on one thread.
    [[nodiscard]] double replicate(const Pipeline& pipeline) {
        double seconds = 0;
        std::size_t next = 1;
        do {
            const std::size_t end = std::min(scenarios_.size(), next + scenarios_together);
            seconds += worlds(pipeline, next, end);
            next = end;
        } while (next < scenarios_.size());
        return seconds;
    }

private:
    double worlds(const Pipeline& pipeline, std::size_t first, std::size_t end) {
        std::vector<std::vector<DrawnIntervention>> programmes{{}};
        std::vector<Assumptions> assumptions{{}};
        for (std::size_t s = first; s < end; ++s) {
            auto central = ParameterDraw::central();
            programmes.push_back(draw_interventions(scenarios_[s], foundations_.prices, central, foundations_.inputs.parameters["effect_half_life_factor"]));
            assumptions.push_back(scenarios_[s].assumptions);
        }
        const auto [few, seconds_of_few] = play(pipeline, programmes, assumptions, few_blocks);
        const auto [more, seconds_of_more] = play(pipeline, programmes, assumptions, more_blocks);
        const double all = static_cast<double>(foundations_.base.blocks.size());
        if (more == few) return seconds_of_more * all / more;
        const double a_block = std::max(0.0, seconds_of_more - seconds_of_few) / (more - few);
        return std::max(seconds_of_more, seconds_of_more + a_block * (all - more));
    }

    /// Plays about so many blocks through all years; returns how many, and the seconds.
    [[nodiscard]] std::pair<double, double> play(const Pipeline& pipeline, const std::vector<std::vector<DrawnIntervention>>& programmes, const std::vector<Assumptions>& assumptions, std::size_t wanted) const {
        const std::size_t blocks = foundations_.base.blocks.size();
        const std::size_t one_block_in = std::max<std::size_t>(1, blocks / wanted);
        WorldValues values(indicators_, axes_);
        CountsOverReplicates counts(axes_, foundations_.inputs.health);
        const auto start = std::chrono::steady_clock::now();
        simulate({foundations_, pipeline, programmes, {options_.settings.seed, 0}, options_.settings.last_year, Sharing::forked, one_block_in, assumptions},
                 [&](std::size_t, int year, const TallySheet& sheet) {
                     if (year < options_.settings.first_year) return;
                     const AreaTallies areas(foundations_.inputs.places, sheet);
                     const auto row = static_cast<std::size_t>(year - options_.settings.first_year);
                     values.fill(row, areas);
                     counts.add(0, row, areas);
                 });
        return {static_cast<double>((blocks + one_block_in - 1) / one_block_in), seconds_since(start)};
    }

    const RunOptions& options_;
    const std::vector<Scenario>& scenarios_;
    const Foundations& foundations_;
    ResultsAxes axes_;
    std::vector<Indicator> indicators_;
};

}  // namespace

RunNeeds estimate_run(const RunOptions& options, std::size_t scenarios, double people) {
    constexpr double growth = 1.35, household_share = 0.4, parted_share = 0.35;  // of columns in the years; homes a person; people who part, a scenario
    const double city = people * static_cast<double>(options.copies);
    const double a_person = PersonColumns::bytes_a_row + household_share * HouseholdColumns::bytes_a_row;
    const double at_once = std::min<double>(options.threads, static_cast<double>(options.settings.design.draws));
    const double worlds = 1.0 + parted_share * static_cast<double>(std::min(scenarios - 1, scenarios_together));
    const double years = options.settings.last_year - 2022 + 1;
    // Tallies of every world and of the sets that share people, for each worker; some workers serve two replicates.
    constexpr double sheet = 6e6, most_sets = 20, most_at_once = 2;
    const double scenarios_at_once = static_cast<double>(std::min(scenarios - 1, scenarios_together));
    const double sheets = scenarios_at_once + std::min(most_sets, std::exp2(scenarios_at_once));
    // Counts summed over replicates, and once more as they are written: quantities by area, sex and band, each year of each scenario.
    constexpr double counts = 2 * 49 * 29.0 * sexes * life_table_bands * sizeof(std::int64_t);
    return {.memory = 60e6 + 15e6 * at_once + city * a_person * (1.0 + at_once * growth * worlds) + (std::min(at_once, most_at_once) * options.threads * sheets + at_once) * sheet +
                      counts * years * static_cast<double>(scenarios),
            .person_years = city * 1.1 * years * static_cast<double>(scenarios * options.settings.design.replicates())};
}

RunNeeds try_run(const RunOptions& options, const std::vector<Scenario>& scenarios, const Foundations& foundations, double seconds_so_far) {
    const auto& design = options.settings.design;
    RunNeeds needs = estimate_run(options, scenarios.size(), static_cast<double>(foundations.base.people()) / static_cast<double>(options.copies));
    tbb::task_arena alone(1);
    alone.execute([&] {
        const auto start = std::chrono::steady_clock::now();
        const Model model = calibrate(foundations.inputs, foundations.base, ParameterDraw::central(), options.settings.last_year);
        const Pipeline pipeline = build_pipeline(foundations, model);
        const double a_draw = seconds_since(start);
        const double a_replicate = Trial(options, scenarios, foundations).replicate(pipeline);
        const double work = a_draw * static_cast<double>(design.draws) + a_replicate * static_cast<double>(design.replicates());
        const double years = options.settings.last_year - options.settings.first_year + 1;
        const double against_trial = std::max(least_against_trial, city_against_trial + city_against_trial_a_scenario * static_cast<double>(scenarios.size() - 1));
        needs.seconds = seconds_so_far + against_trial * work / (1.0 + gain_of_a_thread * (options.threads - 1)) + seconds_to_write * years * static_cast<double>(scenarios.size());
    });
    return needs;
}

void refuse_what_does_not_fit(const RunNeeds& needs) {
    const auto available = static_cast<double>(available_memory());
    if (available > 0 && needs.memory > available)
        throw UserError(Exit::service_missing, fmt::format("error: this run needs about {:.1f} GB of memory and {:.1f} GB can be had; choose fewer --threads or a smaller --scale",
                                                           needs.memory / 1e9, available / 1e9));
}

}  // namespace spires
