#include "commands/command_line.hpp"
#include "commands/latest.hpp"
#include "commands/precision.hpp"
#include "commands/progress.hpp"
#include "commands/run.hpp"
#include "commands/run_forecast.hpp"
#include "commands/run_reading.hpp"
#include "commands/run_record.hpp"
#include "core/processors.hpp"
#include "core/text.hpp"
#include "structure.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <tuple>

namespace spires {

namespace {

/// A run from what it stands on to its file. Rounds of replicates go on from each other.
class Run {
public:
    explicit Run(const RunOptions& options)
        : options_(options), scenarios_(read_all(options)), people_(residents(options.inputs)), progress_(options.progress, 0, people_ * static_cast<double>(options.copies)) {
        refuse_what_does_not_fit(estimate_run(options, scenarios_.size(), people_));
        folder_ = output_folder(options.output);
    }

    RunOutcome perform(const std::vector<std::string>& words) {
        RunOutcome outcome{0, options_.settings.design, {}};
        progress_.say("reading inputs and drawing the population …");
        const Foundations foundations(options_.inputs, options_.settings.seed, options_.settings.last_year, options_.parameters, options_.copies, options_.localities);
        tell(foundations);
        ReplicateStore store = store_for(foundations, options_.precision ? first_round : options_.settings.design.replicates(), options_.precision ? most_replicates : 0);
        Experiment experiment(foundations, scenarios_, options_.settings, store, [&] { progress_.step(); });
        std::size_t played = 0;
        const auto play = [&](const ReplicateDesign& design) {
            store.grow(design.replicates());
            progress_.more(units(design.replicates() - played));
            played = design.replicates();
            in_arena([&] { experiment.play(design.draws); });
        };
        if (options_.precision) std::tie(outcome.design, outcome.half_width) = reached(*options_.precision, store, play);
        else play(options_.settings.design);
        options_.settings.design = outcome.design;
        const auto structure = options_.structure ? play_structure() : std::vector<StructureRun>{};
        progress_.finish();
        release_memory();  // the worlds are gone; reducing many replicates needs room of its own
        auto results = experiment.results();
        in_arena([&] { write_results(options_.output, store, outcome.design, results.counts, make_provenance(options_, scenarios_, std::move(results.draws)), structure); });
        point_latest_to(options_.output);
        write_run_json(options_, words, {progress_.seconds(), progress_.first_step_seconds()});
        outcome.seconds = progress_.seconds();
        return outcome;
    }

private:
    [[nodiscard]] std::size_t units(std::size_t replicates) const { return scenarios_.size() * replicates * static_cast<std::size_t>(options_.settings.last_year - 2022 + 1); }
    [[nodiscard]] ReplicateStore store_for(const Foundations& foundations, std::size_t replicates, std::size_t room) const {
        return {folder_, axes_of(scenarios_, foundations.inputs.places, options_.settings), variable_catalogue(foundations.inputs.health, foundations.inputs.parameters), replicates, room};
    }
    template <class Work>
    void in_arena(const Work& work) {
        tbb::task_arena arena(options_.threads);
        arena.execute(work);
    }
    template <class Play>
    [[nodiscard]] static std::pair<ReplicateDesign, std::optional<double>> reached(double wanted, const ReplicateStore& store, const Play& play) {
        const ReachedPrecision found = play_to_precision(wanted, store, play);
        return {found.design, found.half_width};
    }
    void tell(const Foundations& foundations) {
        const std::string replicates = options_.precision ? fmt::format("{} or more", first_round) : fmt::format("{}", options_.settings.design.replicates());
        progress_.say(fmt::format("{} people in {} households · {} scenarios × {} replicates · {} threads", with_thousands(static_cast<double>(foundations.base.people())),
                                  with_thousands(static_cast<double>(foundations.base.private_households())), scenarios_.size(), replicates, options_.threads));
    }

    /// The same replicates once for each setting of the structure, one after the other.
    [[nodiscard]] std::vector<StructureRun> play_structure() {
        std::vector<StructureRun> runs;
        const auto settings = structure_settings();
        progress_.more(settings.size() * units(options_.settings.design.replicates()));
        for (const StructureSetting& setting : settings) {
            progress_.say(fmt::format("structure: {} …", setting.description));
            auto figures = options_.parameters;
            figures.insert(figures.end(), setting.figures.begin(), setting.figures.end());
            const Foundations foundations(options_.inputs, options_.settings.seed, options_.settings.last_year, figures, options_.copies, options_.localities);
            ReplicateStore store = store_for(foundations, options_.settings.design.replicates(), 0);
            Experiment experiment(foundations, scenarios_, options_.settings, store, [&] { progress_.step(); });
            in_arena([&] { experiment.play(options_.settings.design.draws); });
            runs.push_back(structure_run(setting, store, options_.settings.design));
        }
        return runs;
    }

    RunOptions options_;
    std::vector<Scenario> scenarios_;
    double people_;
    Progress progress_;
    std::filesystem::path folder_;
};

}  // namespace

RunOutcome perform_run(const RunOptions& options, const std::vector<std::string>& words) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
    check_settings(options);
    return Run(options).perform(words);
}

}  // namespace spires
