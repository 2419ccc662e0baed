#include "benchmark/city.hpp"

#include "benchmark/stopwatch.hpp"
#include "calibration/calibrate_parts.hpp"
#include "calibration/risk_sums.hpp"
#include "population/compaction.hpp"
#include "processes/mortality.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/vocabulary.hpp"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

namespace spires::benchmark {

namespace {

const std::filesystem::path root = SPIRES_SOURCE_FOLDER;

struct PlainNewcomer final : Newcomer {
    void draw_newcomers(PersonColumns&, std::size_t, int, const RandomKey&) const override {}
    void draw_newborns(PersonColumns&, std::size_t, int, const RandomKey&) const override {}
};

/// The model with death by sex, age, decile and year alone.
Model with_deaths_alone(const Model& model, const Population& base, int last_year) {
    Inputs inputs = *model.inputs;
    inputs.health.conditions.clear();
    inputs.health.risks.clear();
    auto central = ParameterDraw::central();
    Model plain = model;
    plain.risks = RiskModel(inputs.health, model.parameters, central);
    plain.mortality = calibrate_mortality(inputs, sum_risks(inputs, base, plain.risks), last_year);
    plain.stages.clear();
    plain.screened.clear();
    return plain;
}

}  // namespace

City::City(std::size_t copies, int last_year)
    : foundations_(root / "inputs" / "coventry", 1, last_year, {}, copies),
      model_(calibrate(foundations_.inputs, foundations_.base, ParameterDraw::central(), last_year)),
      pipeline_(build_pipeline(foundations_, model_)), plain_newcomer_(std::make_unique<PlainNewcomer>()) {}

double City::Run::person_years() const { return static_cast<double>(people.lived.front()); }

City::Run City::run(const Pipeline& pipeline, std::span<const Scenario> scenarios, int threads, int last_year) const {
    std::vector<std::vector<DrawnIntervention>> programmes{{}};
    for (const auto& scenario : scenarios) {
        auto central = ParameterDraw::central();
        programmes.push_back(draw_interventions(scenario, foundations_.prices, central));
    }
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);
    Run run;
    run.seconds = seconds_of([&] {
        arena.execute([&] { run.people = simulate({foundations_, pipeline, programmes, {1, 0}, last_year, Sharing::forked}, [](std::size_t, int, const TallySheet&) {}); });
    });
    return run;
}

Pipeline City::demography() const {
    const auto& places = foundations_.inputs.places;
    const auto& tables = *foundations_.demography;
    if (deaths_alone_ == nullptr) deaths_alone_ = std::make_unique<const Model>(with_deaths_alone(model_, foundations_.base, foundations_.last_year));
    Pipeline pipeline;
    pipeline.before_meeting.push_back(std::make_unique<const Departures>(places, tables.departures));
    pipeline.after_meeting.push_back(std::make_unique<const Arrivals>(places, tables.arrivals, *plain_newcomer_));
    pipeline.after_meeting.push_back(std::make_unique<const Dying>(*deaths_alone_, foundations_.levers));
    pipeline.after_meeting.push_back(std::make_unique<const Births>(places, birth_tables(foundations_, model_), *plain_newcomer_));
    pipeline.encounters.push_back(std::make_unique<const Compaction>(places));
    return pipeline;
}

std::vector<Scenario> City::scenarios(std::span<const std::string> stems) const {
    std::vector<std::filesystem::path> files;
    for (const auto& stem : stems) files.push_back(root / "scenarios" / (stem + ".toml"));
    const Vocabulary vocabulary(foundations_.inputs.folder);
    auto read = read_scenarios(files, vocabulary.context(foundations_.inputs.base_year, foundations_.last_year));
    return {read.begin() + 1, read.end()};  // the baseline comes first
}

}  // namespace spires::benchmark
