#include "inputs/cancer_stages.hpp"

#include "core/table.hpp"
#include "population/columns.hpp"

#include <algorithm>

namespace spires {

std::vector<StagedCondition> read_cancer_stages(const std::filesystem::path& inputs, const std::vector<std::string>& conditions) {
    std::vector<StagedCondition> stages;
    if (!std::filesystem::exists(inputs / "cancer_stages.csv")) return stages;
    const Table table = Table::read(inputs / "cancer_stages.csv", {"condition", "late_share", "late_fatality_ratio"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (stages.size() == most_staged) table.fail(row, "condition", "at most 4 conditions can have stages");
        const std::size_t condition = table.word(row, "condition", conditions);
        if (std::ranges::find(stages, condition, &StagedCondition::condition) != stages.end()) table.fail(row, "condition", "a line above has it already");
        stages.push_back({condition, table.number(row, "late_share", 0.001, 0.999), table.number(row, "late_fatality_ratio", 1, 1000)});
    }
    return stages;
}

}  // namespace spires
