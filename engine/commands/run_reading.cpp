#include "commands/run_reading.hpp"

#include "core/table.hpp"
#include "scenario/read_scenario.hpp"

namespace spires {

std::vector<Scenario> read_all(const RunOptions& options) {
    const Places places = read_places(options.inputs, options.localities);
    const HealthTables tables = HealthTables::read(options.inputs);
    const auto conditions = tables.condition_names();
    const LeverTable levers(conditions, tables.service_names(), tables.screening_names());
    return read_scenarios(options.scenarios, {places, levers, conditions, read_source_keys(options.inputs), options.settings.first_year, options.settings.last_year});
}

void check_settings(const RunOptions& options) {
    Parameters parameters = Parameters::read(options.inputs);
    for (const auto& [name, value] : options.parameters) parameters.set(name, value);
}

double residents(const std::filesystem::path& inputs) {
    const Table table = Table::read(inputs / "population.csv", {"persons"});
    double people = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) people += table.number(row, "persons", 0, 1e9);
    return people;
}

}  // namespace spires
