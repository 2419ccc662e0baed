#pragma once
// Healthy years gained per 1,000 person-years, replicate by replicate, from a store of values.

#include "results/replicate_store.hpp"

#include <string_view>
#include <vector>

namespace spires {

/// Of one pair of variables: years in good health, and years lived.
class HealthyYearsGained {
public:
    HealthyYearsGained(const ReplicateStore& store, std::string_view healthy, std::string_view lived);
    /// Whether the store has both variables.
    [[nodiscard]] static bool is_counted(const ReplicateStore& store, std::string_view healthy, std::string_view lived);
    /// At a place (area × 3, both sexes), over the years of the run; by replicate.
    [[nodiscard]] std::vector<double> at(std::size_t scenario, std::size_t place) const;

private:
    void gather(const std::vector<double>& all, std::size_t replicate, std::size_t scenario, std::size_t place, std::vector<double>& into) const;

    std::size_t replicates_, scenarios_, years_, cells_;
    std::vector<double> healthy_, lived_;  ///< [replicate][scenario][year][place and sex]
};

}  // namespace spires
