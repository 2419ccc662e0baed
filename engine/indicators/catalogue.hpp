#pragma once
// Every published number, described once: one line an indicator, with the function that computes it.

#include "indicators/area_tallies.hpp"
#include "inputs/health.hpp"
#include "inputs/parameters.hpp"
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
    /// By year, from the years of other indicators and the figures of the draw.
    std::function<std::vector<double>(const SeriesOf&, const Parameters&)> of_series{};
};

/// All indicators of a model with these conditions, services and unit costs, in the order of the results file.
[[nodiscard]] std::vector<Indicator> indicator_catalogue(const HealthTables& tables, const Parameters& parameters);
/// Their descriptions alone.
[[nodiscard]] std::vector<Variable> variable_catalogue(const HealthTables& tables, const Parameters& parameters);

}  // namespace spires
