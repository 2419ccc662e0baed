#include "inputs/health_readers.hpp"

namespace spires {

void read_utility(HealthTables& tables, const std::filesystem::path& inputs) {
    const Table table = Table::read(inputs / "quality_of_life.csv", {"sex", "age_from", "utility"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        tables.utility[table.word(row, "sex", sex_names)][life_table_band(table.integer(row, "age_from", 0, 90))] = table.number(row, "utility", 0, 1);
    require_each_once(table, {{"sex", sex_names}, age_bands_of_life_tables()});
    for (const auto& of_sex : tables.utility)
        for (std::size_t band = 0; band < life_table_bands; ++band)
            if (!(of_sex[band] > 0)) table.fail(0, "utility", "every sex and band of age (0, 1, 5, 10 … 90) needs a utility above 0");
}

}  // namespace spires
