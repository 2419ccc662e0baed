#include "experiment.hpp"

#include "experiment_counts.hpp"
#include "simulation.hpp"
#include "world_values.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace spires {

struct Experiment::Implementation {
public:
    Implementation(const Foundations& foundations, const std::vector<Scenario>& scenarios, const ExperimentSettings& settings, ReplicateStore& store, const YearDone& year_done)
        : foundations_(foundations), scenarios_(scenarios), settings_(settings), store_(store), year_done_(year_done),
          indicators_(indicator_catalogue(foundations.inputs.health, foundations.inputs.parameters)), counts_(store.axes(), foundations.inputs.health) {}

    void play(std::size_t draws) {
        const std::size_t played = drawn_.size();
        drawn_.resize(draws);
        tbb::parallel_for(played, draws, [&](std::size_t draw) { run_draw(draw); });
    }
    [[nodiscard]] ExperimentResults results() { return {counts_.tables(), gather_draws()}; }

private:
    using DrawnProgrammes = std::vector<std::vector<DrawnIntervention>>;  ///< by scenario
    /// What all seeds of a draw share.
    struct Play {
        const Model& model;
        const Pipeline& pipeline;
        const DrawnProgrammes& programmes;
    };

    /// One draw of the parameters: calibrated once on the base population, shared by its seeds and scenarios.
    void run_draw(std::size_t d) {
        tbb::this_task_arena::isolate([&] {
            auto draw = settings_.parameter_uncertainty ? ParameterDraw(settings_.seed, static_cast<std::uint32_t>(d)) : ParameterDraw::central();
            const Model model = calibrate(foundations_.inputs, foundations_.base, draw, settings_.last_year);
            drawn_[d] = model.drawn;
            DrawnProgrammes programmes;
            for (const auto& scenario : scenarios_) {
                auto effects = settings_.parameter_uncertainty ? ParameterDraw(settings_.seed, static_cast<std::uint32_t>(d)) : ParameterDraw::central();
                programmes.push_back(draw_interventions(scenario, foundations_.prices, effects, model.parameters["effect_half_life_factor"]));
                for (const auto& [name, value] : effects.record()) drawn_[d].emplace_back(scenario.stem + "/" + name, value);
            }
            const Pipeline pipeline = build_pipeline(foundations_, model);
            const Play play{model, pipeline, programmes};
            for (std::size_t seed = 0; seed < settings_.design.seeds_a_draw; ++seed) run_replicate(d * settings_.design.seeds_a_draw + seed, play);
        });
    }

    /// All worlds of one replicate, some scenarios at a time, each time beside the baseline.
    void run_replicate(std::size_t replicate, const Play& play) {
        std::size_t next = 1;
        do {
            const std::size_t end = std::min(scenarios_.size(), next + scenarios_together);
            run_worlds(replicate, play, next, end);
            next = end;
        } while (next < scenarios_.size());
    }

    /// The baseline and the scenarios from `first` to before `end`.
    void run_worlds(std::size_t replicate, const Play& play, std::size_t first, std::size_t end) {
        DrawnProgrammes programmes{play.programmes[0]};
        for (std::size_t s = first; s < end; ++s) programmes.push_back(play.programmes[s]);
        std::vector<Assumptions> assumptions{scenarios_[0].assumptions};
        for (std::size_t s = first; s < end; ++s) assumptions.push_back(scenarios_[s].assumptions);
        const auto scenario_of = [&](std::size_t world) { return world == 0 ? 0 : first + world - 1; };
        const std::size_t known = first == 1 ? 0 : 1;  // the baseline's values are kept once
        std::vector<WorldValues> values(programmes.size(), WorldValues(indicators_, store_.axes()));
        simulate({foundations_, play.pipeline, programmes, {settings_.seed, static_cast<std::uint32_t>(replicate)}, settings_.last_year, Sharing::forked, 1, assumptions}, [&](std::size_t world, int year, const TallySheet& sheet) {
            if (world < known) return;
            if (year >= settings_.first_year) {
                const AreaTallies areas(foundations_.inputs.places, sheet);
                const auto row = static_cast<std::size_t>(year - settings_.first_year);
                values[world].fill(row, areas);
                counts_.add(scenario_of(world), row, areas);
            }
            year_done_();
        });
        for (std::size_t world = known; world < values.size(); ++world) values[world].finish(play.model.parameters);
        for (std::size_t world = known; world < values.size(); ++world) store_.put(replicate, scenario_of(world), values[world].values());
    }

    [[nodiscard]] std::vector<ParameterDraws> gather_draws() const {
        std::vector<ParameterDraws> gathered;
        for (std::size_t i = 0; i < drawn_.front().size(); ++i) {
            ParameterDraws draws{drawn_.front()[i].first, "1", "", {}};
            for (const auto& drawn : drawn_) draws.values.push_back(drawn[i].second);
            gathered.push_back(std::move(draws));
        }
        return gathered;
    }

    const Foundations& foundations_;
    const std::vector<Scenario>& scenarios_;
    const ExperimentSettings& settings_;
    ReplicateStore& store_;
    YearDone year_done_;
    std::vector<Indicator> indicators_;
    CountsOverReplicates counts_;
    std::vector<std::vector<std::pair<std::string, double>>> drawn_;  ///< by draw
};

Experiment::Experiment(const Foundations& foundations, const std::vector<Scenario>& scenarios, const ExperimentSettings& settings, ReplicateStore& store, const YearDone& year_done)
    : implementation_(std::make_unique<Implementation>(foundations, scenarios, settings, store, year_done)) {}
Experiment::~Experiment() = default;

void Experiment::play(std::size_t draws) { implementation_->play(draws); }
ExperimentResults Experiment::results() const { return implementation_->results(); }

ReplicateDesign design_of(std::size_t replicates, bool parameter_uncertainty) {
    if (!parameter_uncertainty) return {1, replicates};
    if (replicates % 2 == 0) return {replicates / 2, 2};
    return {replicates, 1};
}

ResultsAxes axes_of(const std::vector<Scenario>& scenarios, const Places& places, const ExperimentSettings& settings) {
    ResultsAxes axes;
    for (const auto& scenario : scenarios) axes.scenarios.push_back({scenario.stem, scenario.name, scenario.description, scenario.ambition, scenario.pillars});
    for (int year = settings.first_year; year <= settings.last_year; ++year) axes.years.push_back(year);
    axes.areas = output_areas(places);
    return axes;
}

ExperimentResults run_experiment(const Foundations& foundations, const std::vector<Scenario>& scenarios, const ExperimentSettings& settings,
                                 ReplicateStore& store, const YearDone& year_done) {
    Experiment experiment(foundations, scenarios, settings, store, year_done);
    experiment.play(settings.design.draws);
    return experiment.results();
}

}  // namespace spires
