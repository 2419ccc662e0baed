#pragma once
// One reader a kind of health table; each reads its own files into its own part.

#include "inputs/health.hpp"

#include "core/table.hpp"
#include "inputs/table_checks.hpp"

namespace spires {

void read_conditions(HealthTables& tables, const std::filesystem::path& inputs);
void read_exposures(HealthTables& tables, const std::filesystem::path& inputs);
void read_risks(HealthTables& tables, const std::filesystem::path& inputs);
void read_good_health(HealthTables& tables, const std::filesystem::path& inputs);
void read_utility(HealthTables& tables, const std::filesystem::path& inputs);
void read_services(HealthTables& tables, const std::filesystem::path& inputs);

/// "all" is nobody in particular.
[[nodiscard]] inline std::optional<Sex> read_sex_or_all(const Table& table, std::size_t row) {
    if (table.text(row, "sex") == "all") return std::nullopt;
    return static_cast<Sex>(table.word(row, "sex", sex_names));
}
[[nodiscard]] inline std::size_t read_decile(const Table& table, std::size_t row) {
    return static_cast<std::size_t>(table.integer(row, "imd_decile", 1, 10) - 1);
}

}  // namespace spires
