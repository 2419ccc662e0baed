#pragma once
// A paired experiment: the baseline and every scenario, played by the same people with the same luck,
// over parameter draws × seeds.

#include "foundations.hpp"
#include "indicators/catalogue.hpp"
#include "results/results_file.hpp"
#include "scenario/scenario.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace spires {

struct ExperimentSettings {
    int first_year = 2022, last_year = 2043;  ///< years reported; all from the base year are simulated
    ReplicateDesign design;
    std::uint64_t seed = 1;
    bool parameter_uncertainty = true;
};

/// Scenarios simulated beside one baseline: more would make too many sets of worlds that people share.
inline constexpr std::size_t scenarios_together = 12;

/// Draws × seeds of N replicates: pairs of seeds where N is even, one central draw without uncertainty.
[[nodiscard]] ReplicateDesign design_of(std::size_t replicates, bool parameter_uncertainty);

/// Called after each simulated year of each world, from any thread.
using YearDone = std::function<void()>;

/// What an experiment leaves: values in the store, counts summed over replicates, parameters as drawn.
struct ExperimentResults {
    std::vector<CountTable> counts;
    std::vector<ParameterDraws> draws;
};

/// The axes of the results file of these scenarios (the baseline first).
[[nodiscard]] ResultsAxes axes_of(const std::vector<Scenario>& scenarios, const Places& places, const ExperimentSettings& settings);

/// An experiment that is played a round of draws after the other: more replicates go on from those there are.
class Experiment {
public:
    Experiment(const Foundations& foundations, const std::vector<Scenario>& scenarios, const ExperimentSettings& settings,
               ReplicateStore& store, const YearDone& year_done);
    ~Experiment();
    Experiment(const Experiment&) = delete;
    Experiment& operator=(const Experiment&) = delete;

    /// Plays the draws from those already played to `draws`, which the store has room for.
    void play(std::size_t draws);
    [[nodiscard]] ExperimentResults results() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// Runs every world. The same settings give the same values and counts for any number of threads.
[[nodiscard]] ExperimentResults run_experiment(const Foundations& foundations, const std::vector<Scenario>& scenarios,
                                               const ExperimentSettings& settings, ReplicateStore& store, const YearDone& year_done);

}  // namespace spires
