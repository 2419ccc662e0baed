#include "inputs/prices.hpp"

#include "core/each_once.hpp"

namespace spires {

Prices Prices::read(const std::filesystem::path& inputs) {
    Prices prices;
    const Table table = Table::read(inputs / "prices.csv", {"year", "index"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        prices.index_[table.integer(row, "year", 1900, 2200)] = table.number(row, "index", 1, 10000);
    refuse_doubled(table, {"year"});
    if (prices.index_.empty()) throw UserError(Exit::wrong_data, (inputs / "prices.csv").string() + ": error: the table has no rows");
    return prices;
}

double Prices::index(int year) const {
    const auto after = index_.lower_bound(year);
    return after == index_.end() ? index_.rbegin()->second : after->second;
}

double Prices::to_base(int year, int base_year) const { return index(base_year) / index(year); }

}  // namespace spires
