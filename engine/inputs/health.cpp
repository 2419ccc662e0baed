#include "inputs/health_readers.hpp"

namespace spires {

HealthTables HealthTables::read(const std::filesystem::path& inputs) {
    HealthTables tables;
    read_conditions(tables, inputs);
    read_exposures(tables, inputs);
    read_risks(tables, inputs);
    read_good_health(tables, inputs);
    read_services(tables, inputs);
    read_utility(tables, inputs);
    tables.stages = read_cancer_stages(inputs, tables.condition_names());
    tables.screening = read_screening(inputs);
    std::vector<std::string> staged;
    for (const auto& stage : tables.stages) staged.push_back(tables.conditions[stage.condition].name);
    tables.screening_effects = read_screening_effects(inputs, tables.screening, staged);
    return tables;
}

std::vector<std::string> HealthTables::condition_names() const {
    std::vector<std::string> names;
    for (const auto& condition : conditions) names.push_back(condition.name);
    return names;
}

std::vector<std::string> HealthTables::service_names() const {
    std::vector<std::string> names;
    for (const auto& service : services) names.push_back(service.name);
    return names;
}

std::vector<std::string> HealthTables::screening_names() const {
    std::vector<std::string> names;
    for (const auto& programme : screening) names.push_back(programme.name);
    return names;
}

}  // namespace spires
