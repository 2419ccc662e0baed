#include "scenario/vocabulary.hpp"

#include "core/table.hpp"

namespace spires {

namespace {

std::vector<std::string> read_column(const std::filesystem::path& file, std::string_view column) {
    const Table table = Table::read(file, {column});
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rows(); ++row) names.emplace_back(table.text(row, column));
    return names;
}

}  // namespace

Vocabulary::Vocabulary(const std::filesystem::path& inputs)
    : places(read_places(inputs)),
      conditions(read_column(inputs / "conditions.csv", "condition")),
      services(read_column(inputs / "services.csv", "service")),
      levers(conditions, services, read_column(inputs / "screening.csv", "programme")),
      sources(read_sources(inputs)) {}

ScenarioContext Vocabulary::context(int first_year, int last_year) const {
    return {places, levers, conditions, source_keys(sources), first_year, last_year};
}

}  // namespace spires
