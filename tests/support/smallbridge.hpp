#pragma once
// Experiments on Smallbridge, the invented town of about 3,000 people: small enough for thousands of replicates.

#include "experiment.hpp"
#include "results/statistics.hpp"

#include <string>
#include <vector>

namespace spires::testing {

/// One scenario beside the baseline, by replicate.
class TownReplicates {
public:
    /// Plays `draws` × `seeds_a_draw` replicates of the town of a seed from 2022 to `last_year`. One draw of many
    /// seeds means that no parameter is uncertain.
    TownReplicates(std::uint64_t seed, const std::string& scenario, const ReplicateDesign& design, int last_year);

    /// Of the whole town and both sexes, in a year: the scenario less the baseline, by replicate.
    [[nodiscard]] std::vector<double> changes(const std::string& variable, int year) const;
    /// The level in the baseline (world 0) or the scenario (world 1), by replicate.
    [[nodiscard]] std::vector<double> levels(const std::string& variable, int year, std::size_t world) const;
    /// Residents of the base of these ages, both included.
    [[nodiscard]] double people_aged(int from, int to) const;

private:
    ResultsAxes axes_;
    std::vector<Variable> variables_;
    std::size_t replicates_;
    std::vector<std::vector<double>> city_;  ///< [variable][(replicate · worlds + world) · years + year]
    std::vector<double> people_by_age_;
};

/// A programme of the town that everybody of 18 to 79 may join in 2022: `reach` of them are offered it and half of
/// those take part; they move 60 minutes more for years and fall ill less. Sizes are uncertain where `unsure`.
[[nodiscard]] std::string town_programme(double reach, bool unsure);

}  // namespace spires::testing
