#pragma once
// Whole counts summed over replicates, kept beside the indicators so that rates can be made again.

#include "indicators/area_tallies.hpp"
#include "inputs/health.hpp"
#include "results/results_file.hpp"

#include <mutex>
#include <vector>

namespace spires {

/// Adds counts of any world in any order; sums of integers give the same tables.
class CountsOverReplicates {
public:
    CountsOverReplicates(const ResultsAxes& axes, const HealthTables& tables);
    void add(std::size_t scenario, std::size_t year, const AreaTallies& areas);
    [[nodiscard]] const std::vector<CountTable>& tables() const noexcept { return tables_; }

private:
    struct Counted { std::size_t quantity; bool fixed_point; };
    void count(const std::string& name, const std::string& units, const std::string& description, std::size_t quantity, bool fixed_point);

    std::size_t years_, areas_, cells_;
    std::vector<CountTable> tables_;
    std::vector<Counted> counted_;
    std::mutex mutex_;
};

}  // namespace spires
