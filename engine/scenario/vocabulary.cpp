#include "scenario/vocabulary.hpp"

#include "core/table.hpp"
#include "inputs/screening.hpp"

namespace spires {

namespace {

std::vector<std::string> read_column(const std::filesystem::path& file, std::string_view column) {
    const Table table = Table::read(file, {column});
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rows(); ++row) names.emplace_back(table.text(row, column));
    return names;
}

std::vector<std::string> read_screening_names(const std::filesystem::path& inputs) {
    std::vector<std::string> names;
    for (const auto& programme : read_screening(inputs)) names.push_back(programme.name);
    return names;
}

}  // namespace

Vocabulary::Vocabulary(const std::filesystem::path& inputs)
    : places(read_places(inputs)),
      conditions(read_column(inputs / "conditions.csv", "condition")),
      services(read_column(inputs / "services.csv", "service")),
      levers(conditions, services, read_screening_names(inputs)),
      sources(read_sources(inputs)),
      prices(Prices::read(inputs)) {}

ScenarioContext Vocabulary::context(int first_year, int last_year) const {
    return {places, levers, conditions, source_keys(sources), first_year, last_year, prices.first_year(), prices.last_year()};
}

}  // namespace spires
