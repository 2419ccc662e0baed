#include "inputs/parameters.hpp"

#include "core/table.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spires {

Parameters Parameters::read(const std::filesystem::path& inputs) {
    Parameters result;
    result.file_ = (inputs / "parameters.csv").string();
    const Table table = Table::read(inputs / "parameters.csv",
        {"parameter", "value", "lower", "upper", "distribution", "unit", "description", "source", "standing"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Parameter p;
        p.name = table.text(row, "parameter");
        p.value = table.number(row, "value");
        p.lower = table.text(row, "lower").empty() ? p.value : table.number(row, "lower");
        p.upper = table.text(row, "upper").empty() ? p.value : table.number(row, "upper");
        p.distribution = table.text(row, "distribution");
        p.unit = table.text(row, "unit");
        p.description = table.text(row, "description");
        p.source = table.text(row, "source");
        p.standing = table.text(row, "standing");
        result.parameters_.push_back(std::move(p));
    }
    return result;
}

std::vector<std::string> Parameters::names() const {
    std::vector<std::string> names;
    for (const auto& p : parameters_) names.push_back(p.name);
    return names;
}

double Parameters::operator[](std::string_view name) const { return entry(name).value; }

const Parameter& Parameters::entry(std::string_view name) const {
    const auto found = std::ranges::find(parameters_, name, &Parameter::name);
    if (found == parameters_.end())
        throw UserError(Exit::wrong_data, fmt::format("{}: error: parameter '{}' is missing; remake the inputs with scripts/prepare_inputs", file_, name));
    return *found;
}

void Parameters::set(std::string_view name, double value) {
    const auto found = std::ranges::find(parameters_, name, &Parameter::name);
    if (found == parameters_.end())
        throw UserError(Exit::wrong_usage, fmt::format("error: unknown parameter '{}'{}", name, suggestion(name, names())));
    const bool is_share = found->unit == "share" || found->unit == "fraction";
    if (value < 0 || (is_share && value > 1))
        throw UserError(Exit::wrong_usage, fmt::format("error: '{}' cannot be {}: it is a {} ({}) and must be {}", name, value, found->unit, found->description, is_share ? "from 0 to 1" : "0 or more"));
    found->value = found->lower = found->upper = value;
}

}  // namespace spires
