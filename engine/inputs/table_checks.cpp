#include "inputs/table_checks.hpp"

#include "core/axes.hpp"

#include <fmt/format.h>

namespace spires {

KeyColumn deciles_of_places(const std::filesystem::path& inputs) {
    const Table places = Table::read(inputs / "places.csv", {"imd_decile"});
    std::vector<std::string> found;
    for (std::size_t row = 0; row < places.rows(); ++row) found.push_back(std::to_string(places.integer(row, "imd_decile", 1, 10)));
    return {"imd_decile", found};
}

KeyColumn age_bands_of_life_tables() {
    std::vector<std::string> starts;
    for (const int start : life_table_starts) starts.push_back(std::to_string(start));
    return {"age_from", starts};
}

std::vector<std::string> words_of(const std::filesystem::path& file, std::string_view column) {
    const Table table = Table::read(file, {column});
    std::vector<std::string> words;
    for (std::size_t row = 0; row < table.rows(); ++row) words.emplace_back(table.text(row, column));
    return words;
}

void check_limits(const Table& table, std::size_t row, std::string_view column) {
    const double value = table.number(row, column);
    if (!table.text(row, "lower").empty() && table.number(row, "lower") > value)
        table.fail(row, "lower", fmt::format("{} is above the {} of {}; limits lie on both sides of it", table.text(row, "lower"), column, table.text(row, column)));
    if (!table.text(row, "upper").empty() && table.number(row, "upper") < value)
        table.fail(row, "upper", fmt::format("{} is below the {} of {}; limits lie on both sides of it", table.text(row, "upper"), column, table.text(row, column)));
}

void check_ages(const Table& table, std::size_t row) {
    if (table.number(row, "age_to") < table.number(row, "age_from"))
        table.fail(row, "age_to", fmt::format("{} comes before the age_from of {}; exchange the two", table.text(row, "age_to"), table.text(row, "age_from")));
}

}  // namespace spires
