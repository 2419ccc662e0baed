#pragma once
// Every published number, described once: one line an indicator, with the function that computes it.

#include "indicators/area_tallies.hpp"
#include "inputs/health.hpp"
#include "results/variables.hpp"

#include <functional>
#include <string>
#include <vector>

namespace spires {

/// The years of another indicator of the same world, area and sex.
using SeriesOf = std::function<std::vector<double>(const std::string& name)>;

/// A published number and how it follows from counts of an area, or of all areas for the city alone.
struct Indicator {
    Variable variable;
    std::function<double(const AreaCounts&, SexGroup)> of_area;
    std::function<double(const AreaTallies&, SexGroup)> of_city;  ///< for `city_only` variables
    std::function<std::vector<double>(const SeriesOf&)> of_series{};  ///< by year, from the years of other indicators
};

/// All indicators of a model with these conditions and services, in the order of the results file.
[[nodiscard]] std::vector<Indicator> indicator_catalogue(const HealthTables& tables);
/// Their descriptions alone.
[[nodiscard]] std::vector<Variable> variable_catalogue(const HealthTables& tables);

}  // namespace spires
