#include "inputs/parameters.hpp"

#include "core/table.hpp"
#include "core/text.hpp"
#include "inputs/table_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace spires {

namespace {

constexpr std::array<std::string_view, 4> distributions{"fixed", "lognormal", "beta", "gamma"};

/// What the model divides by.
constexpr std::array<std::string_view, 6> above_zero{"air_lag_years", "camhs_years_in_care", "discharges_per_emergency_admission", "effect_half_life_factor", "move_deprivation_decay",
                                                     "move_distance_decay"};

bool is_share(const Parameter& p) { return p.unit == "share" || p.unit == "fraction"; }
bool is_above_zero(const Parameter& p) { return std::ranges::find(above_zero, p.name) != above_zero.end(); }
bool can_be(const Parameter& p, double value) { return std::isfinite(value) && (is_above_zero(p) ? value > 0 : value >= 0) && !(is_share(p) && value > 1); }

std::string range_of(const Parameter& p) { return is_share(p) ? "from 0 to 1" : is_above_zero(p) ? "above 0" : "0 or more"; }

/// The number of a column, `otherwise` where the field is empty.
double number_of(const Table& table, std::size_t row, std::string_view column, const Parameter& p, double otherwise) {
    if (column != "value" && table.text(row, column).empty()) return otherwise;
    const double value = table.number(row, column);
    if (!can_be(p, value)) table.fail(row, column, fmt::format("'{}' cannot be {}: it is a {} and must be {}", p.name, table.text(row, column), p.unit, range_of(p)));
    return value;
}

/// Draws need limits a distribution can have: no logarithm of 0, no shares above 1.
void check_distribution(const Table& table, std::size_t row, const Parameter& p) {
    if (p.distribution == "fixed" || p.upper <= p.lower) return;
    if (p.distribution == "lognormal" && p.lower <= 0) table.fail(row, "lower", fmt::format("the lognormal '{}' cannot be {}: give a limit above 0", p.name, p.lower));
    if (p.distribution == "beta" && p.upper > 1) table.fail(row, "upper", fmt::format("the beta '{}' cannot be {}: give a limit of at most 1", p.name, p.upper));
    if (p.distribution != "beta" && is_share(p)) table.fail(row, "distribution", fmt::format("a draw of the {} '{}' could be above 1; use beta or fixed", p.unit, p.name));
}

Parameter read_parameter(const Table& table, std::size_t row) {
    Parameter p;
    p.name = table.text(row, "parameter");
    p.unit = table.text(row, "unit");
    p.value = number_of(table, row, "value", p, 0);
    p.lower = number_of(table, row, "lower", p, p.value);
    p.upper = number_of(table, row, "upper", p, p.value);
    check_limits(table, row, "value");
    p.distribution = distributions[table.word(row, "distribution", distributions)];
    check_distribution(table, row, p);
    p.description = table.text(row, "description");
    p.source = table.text(row, "source");
    p.standing = table.text(row, "standing");
    return p;
}

}  // namespace

Parameters Parameters::read(const std::filesystem::path& inputs) {
    Parameters result;
    result.file_ = (inputs / "parameters.csv").string();
    const Table table = Table::read(inputs / "parameters.csv",
        {"parameter", "value", "lower", "upper", "distribution", "unit", "description", "source", "standing"});
    for (std::size_t row = 0; row < table.rows(); ++row) result.parameters_.push_back(read_parameter(table, row));
    refuse_doubled(table, {"parameter"});
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
    if (!can_be(*found, value))
        throw UserError(Exit::wrong_usage, fmt::format("error: '{}' cannot be {}: it is a {} ({}) and must be {}", name, value, found->unit, found->description, range_of(*found)));
    found->value = found->lower = found->upper = value;
}

}  // namespace spires
