#pragma once
// Which drawn parameters the answer of a results file hangs on.

#include "indicators/drivers.hpp"
#include "results/read_results.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace spires {

/// The city's change of an indicator in a year (both sexes), by replicate.
[[nodiscard]] std::vector<double> changes_in(const ResultsReader& results, const std::string& indicator, std::size_t scenario, std::size_t year);

/// Drivers of the change of an indicator in a year (city, both sexes).
[[nodiscard]] std::vector<Driver> drivers_in(const ResultsReader& results, const std::string& indicator, std::size_t scenario, std::size_t year);

/// A table for every scenario and headline indicator: parts of the variance, and the largest drivers.
void print_drivers(std::ostream& out, const ResultsReader& results, std::size_t year);

}  // namespace spires
