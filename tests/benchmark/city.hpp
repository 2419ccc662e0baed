#pragma once
// The shipped model and inputs, ready to be timed.

#include "foundations.hpp"
#include "scenario/scenario.hpp"
#include "simulation.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace spires::benchmark {

/// Foundations, the central model and its pipeline for the city, copied some times.
class City {
public:
    explicit City(std::size_t copies = 1, int last_year = 2043);

    struct Run {
        double seconds = 0;
        PersonYears people;
        [[nodiscard]] double person_years() const;  ///< of world 0
    };
    /// Simulates the baseline and scenarios on a number of threads to a last year.
    [[nodiscard]] Run run(const Pipeline& pipeline, std::span<const Scenario> scenarios, int threads, int last_year) const;
    [[nodiscard]] Run run(std::span<const Scenario> scenarios, int threads, int last_year) const { return run(pipeline_, scenarios, threads, last_year); }

    [[nodiscard]] const Foundations& foundations() const noexcept { return foundations_; }
    [[nodiscard]] const Model& model() const noexcept { return model_; }
    [[nodiscard]] Pipeline& pipeline() noexcept { return pipeline_; }
    /// Age, birth, death and migration alone: people die by sex, age, decile and year, whatever they have or do.
    [[nodiscard]] Pipeline demography() const;
    /// The scenarios of the repository by stem.
    [[nodiscard]] std::vector<Scenario> scenarios(std::span<const std::string> stems) const;

private:
    Foundations foundations_;
    Model model_;
    Pipeline pipeline_;
    mutable std::unique_ptr<const Model> deaths_alone_;  ///< of `demography`, once somebody has asked for it
    std::unique_ptr<const Newcomer> plain_newcomer_;  ///< draws no state: demography needs none
};

}  // namespace spires::benchmark
