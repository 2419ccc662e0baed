#pragma once
// How far apart the most and the least deprived are: gap, slope index and relative index.

#include "indicators/catalogue.hpp"

#include <vector>

namespace spires {

/// A figure by tenth of the city's residents ranked by deprivation, most deprived first.
struct TenthFigures {
    std::vector<double> populations, values;
};

/// Tenths without anybody are left out. NaN in a value stays.
[[nodiscard]] TenthFigures tenth_figures(const AreaTallies& areas, const std::function<double(const AreaCounts&)>& population,
                                         const std::function<double(const AreaCounts&)>& measure);

/// Of life expectancy, healthy life expectancy, premature mortality, emergency admissions and the good level
/// of development: `<name>_gap` (between the national tenths 1 and 10, above 0 where the deprived fare worse),
/// `<name>_slope_index` (fitted at the least less at the most deprived end of the city's population) and
/// `<name>_relative_index` (their ratio). The gaps of the two expectancies stand with the life table's figures.
[[nodiscard]] std::vector<Indicator> inequality_indicators(const HealthTables& tables);

}  // namespace spires
