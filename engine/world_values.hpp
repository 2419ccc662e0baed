#pragma once
// The indicators of one world of a replicate, year by year.

#include "indicators/catalogue.hpp"
#include "results/results_file.hpp"

#include <vector>

namespace spires {

/// Values by variable, [year][area][sex] (one area where a variable is of the city alone).
class WorldValues {
public:
    WorldValues(const std::vector<Indicator>& indicators, const ResultsAxes& axes);
    void fill(std::size_t year, const AreaTallies& areas);
    [[nodiscard]] const std::vector<std::vector<double>>& values() const noexcept { return values_; }

private:
    const std::vector<Indicator>& indicators_;
    std::vector<std::vector<double>> values_;
};

}  // namespace spires
