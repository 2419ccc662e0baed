#include "inputs/health_readers.hpp"

#include "population/columns.hpp"

namespace spires {

void read_conditions(HealthTables& tables, const std::filesystem::path& inputs) {
    const Table list = Table::read(inputs / "conditions.csv", {"condition", "label", "sex", "age_from", "age_to", "good_health_log_odds", "eq5d_decrement", "disability_weight"});
    for (std::size_t row = 0; row < list.rows(); ++row) {
        Condition condition;
        condition.name = list.text(row, "condition");
        condition.label = list.text(row, "label");
        condition.only = read_sex_or_all(list, row);
        condition.age_from = list.integer(row, "age_from", 0, 100);
        condition.age_to = list.integer(row, "age_to", 0, 200);
        if (condition.age_to >= oldest_age) condition.age_to = 200;
        condition.disability_weight = list.number(row, "disability_weight", 0, 1);
        condition.good_health_log_odds = list.number(row, "good_health_log_odds", -5, 5);
        condition.eq5d_decrement = list.number(row, "eq5d_decrement", 0, 1);
        condition.decile_ratio.fill(1.0);
        if (tables.conditions.size() == most_conditions) list.fail(row, "condition", "at most 28 conditions fit");
        tables.conditions.push_back(std::move(condition));
    }
    const auto names = tables.condition_names();
    const Table rates = Table::read(inputs / "condition_rates.csv", {"condition", "sex", "age", "prevalence", "incidence", "fatality", "remission"});
    for (std::size_t row = 0; row < rates.rows(); ++row) {
        auto& condition = tables.conditions[rates.word(row, "condition", names)];
        const std::size_t sex = rates.word(row, "sex", sex_names);
        const auto age = static_cast<std::size_t>(rates.integer(row, "age", 0, oldest_age));
        condition.prevalence[sex][age] = rates.number(row, "prevalence", 0, 1);
        condition.incidence[sex][age] = rates.number(row, "incidence", 0, 10);
        condition.fatality[sex][age] = rates.number(row, "fatality", 0, 10);
        condition.remission[sex][age] = rates.number(row, "remission", 0, 10);
    }
    const Table ratios = Table::read(inputs / "condition_deciles.csv", {"condition", "imd_decile", "ratio"});
    for (std::size_t row = 0; row < ratios.rows(); ++row)
        tables.conditions[ratios.word(row, "condition", names)].decile_ratio[read_decile(ratios, row)] = ratios.number(row, "ratio", 0.01, 100);
}

}  // namespace spires
