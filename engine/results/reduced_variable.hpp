#pragma once
// What a results file holds of one variable: worked out without the file, so that it can be done beside the writing of others.

#include "results/results_file.hpp"

#include <string>
#include <vector>

namespace spires {

/// Statistics over replicates of one variable, a cell being a year, area and sex.
struct ReducedVariable {
    std::vector<double> levels, differences;  ///< [scenario][statistic][cell]
    std::vector<double> better;               ///< [scenario][cell]: probability of being better than the baseline
    std::vector<double> city;                 ///< [scenario][replicate][year][sex] of the whole city
    std::vector<double> spread;               ///< [scenario][component][year][sex]: the parts of the city's spread
    std::string interval_method;
};

/// `all` as the store gives it: [replicate][scenario][cell].
[[nodiscard]] ReducedVariable reduce(const ResultsAxes& axes, const ReplicateDesign& design, const Variable& variable, const std::vector<double>& all);

}  // namespace spires
