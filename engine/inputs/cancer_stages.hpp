#pragma once
// Conditions that are found early or late, which decides how long people live with them (`cancer_stages.csv`).

#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// Two stages of a condition.
struct StagedCondition {
    std::size_t condition = 0;     ///< row of conditions.csv
    double late_share = 0;         ///< of new cases
    double late_fatality_ratio = 1; ///< deaths of it a person-year ill, found late against found early
};

/// In the order of the table; none where the place has no such table.
[[nodiscard]] std::vector<StagedCondition> read_cancer_stages(const std::filesystem::path& inputs, const std::vector<std::string>& conditions);

}  // namespace spires
