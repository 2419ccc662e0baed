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

/// Names or labels of the programmes, of which a place may have none.
std::vector<std::string> of_screening(const std::filesystem::path& inputs, std::string ScreeningProgramme::*what) {
    std::vector<std::string> words;
    for (const auto& programme : read_screening(inputs)) words.push_back(programme.*what);
    return words;
}

}  // namespace

Vocabulary::Vocabulary(const std::filesystem::path& inputs)
    : places(read_places(inputs)),
      conditions(read_column(inputs / "conditions.csv", "condition")),
      services(read_column(inputs / "services.csv", "service")),
      levers(conditions, services, of_screening(inputs, &ScreeningProgramme::name)),
      sources(read_sources(inputs)),
      prices(Prices::read(inputs)) {
    levers.describe_by(read_column(inputs / "conditions.csv", "label"), read_column(inputs / "services.csv", "label"),
                       of_screening(inputs, &ScreeningProgramme::label));
}

ScenarioContext Vocabulary::context(int first_year, int last_year) const {
    return {places, levers, conditions, source_keys(sources), first_year, last_year, prices.first_year(), prices.last_year()};
}

}  // namespace spires
