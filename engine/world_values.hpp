#pragma once
// The indicators of one world of a replicate, year by year.

#include "indicators/catalogue.hpp"
#include "results/results_file.hpp"

#include <string>
#include <vector>

namespace spires {

/// Values by variable, [year][area][sex] (one area where a variable is of the city alone).
class WorldValues {
public:
    WorldValues(const std::vector<Indicator>& indicators, const ResultsAxes& axes);
    void fill(std::size_t year, const AreaTallies& areas);
    /// What follows from all years together, with the figures of the draw; after the last one.
    void finish(const Parameters& parameters);
    [[nodiscard]] const std::vector<std::vector<double>>& values() const noexcept { return values_; }

private:
    /// The years of an indicator at an area and sex, [area][sex] as one number.
    [[nodiscard]] std::vector<double> years_of(const std::string& name, std::size_t at) const;

    const std::vector<Indicator>& indicators_;
    std::size_t years_, areas_;
    std::vector<std::vector<double>> values_;
};

}  // namespace spires
