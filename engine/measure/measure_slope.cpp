#include "measure/measure_table.hpp"
#include "measure/measures_of_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace spires {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr int fewest_quantiles = 5, most_quantiles = 100, many_quantiles = 10;

/// One quantile as given.
struct Quantile {
    std::size_t row;
    double population, value, error;
};
using Quantiles = std::map<int, Quantile>;  // most deprived first

/// What a figure of this kind can be: the logarithm or the log-odds must exist.
bool possible(double figure, FigureKind kind) {
    return kind == FigureKind::other || (figure > 0 && (kind == FigureKind::rate || figure < 1));
}

class SlopeMeasure {
public:
    SlopeMeasure(const MeasureTable& table, FigureKind kind) : table_(table), kind_(kind) {}

    [[nodiscard]] Quantiles read(const MeasureGroup& group, Problems& problems) const {
        Quantiles quantiles;
        for (const std::size_t row : group.rows) {
            const double number = table_.number(row, "quantile", problems);
            const Quantile figures{row, read_population(row, problems), read_figure(row, "value", problems), read_error(row, problems)};
            const int quantile = number >= 1 && number <= 1e6 ? static_cast<int>(number) : 0;
            if (number != quantile || quantile == 0) {
                if (number == number) problems.add(table_.where(row, "quantile"), fmt::format("column 'quantile': {} is not a whole number from 1, the most deprived", table_.text(row, "quantile")));
                continue;
            }
            const auto [first, added] = quantiles.emplace(quantile, figures);
            if (!added) add_duplicate(table_, group, row, first->second.row, "quantile", problems);
        }
        return quantiles;
    }

private:
    [[nodiscard]] double read_population(std::size_t row, Problems& problems) const {
        const double people = table_.number(row, "population", problems);
        if (people <= 0) problems.add(table_.where(row, "population"), "column 'population': a quantile needs more than 0 people");
        return people;
    }
    [[nodiscard]] double read_figure(std::size_t row, std::string_view column, Problems& problems) const {
        const double figure = table_.number(row, column, problems);
        if (figure == figure && !possible(figure, kind_))
            problems.add(table_.where(row, column), fmt::format("column '{}': a {} above 0{} is needed", column, kind_ == FigureKind::rate ? "rate" : "proportion", kind_ == FigureKind::rate ? "" : " and below 1"));
        return figure;
    }
    /// The standard error where the table has it; otherwise from 95 % limits.
    [[nodiscard]] double read_error(std::size_t row, Problems& problems) const {
        if (table_.has("se")) {
            const double error = table_.number(row, "se", problems);
            if (error < 0) problems.add(table_.where(row, "se"), "column 'se': a standard error is not below 0");
            return error;
        }
        const double lower = read_figure(row, "lower", problems), upper = read_figure(row, "upper", problems);
        if (upper < lower) problems.add(table_.where(row, "upper"), "column 'upper': it is below the lower limit");
        return possible(lower, kind_) && possible(upper, kind_) ? error_of_limits(lower, upper, kind_) : no_value;
    }

    const MeasureTable& table_;
    FigureKind kind_;
};

MeasuredRow row_of(std::size_t number, const Quantiles& quantiles, FigureKind kind, const SlopeOptions& options) {
    UncertainFigures figures;
    figures.kind = kind;
    for (const auto& [name, quantile] : quantiles) {
        figures.populations.push_back(quantile.population);
        figures.values.push_back(quantile.value);
        figures.errors.push_back(quantile.error);
    }
    const SlopeWithLimits found = slope_with_limits(figures, options);
    return {number, {}, {found.index, found.relative, found.intercept, found.lower, found.upper, found.relative_lower, found.relative_upper}};
}

/// The quantiles of the whole table: a group without one of them has no slope.
std::set<int> all_quantiles(const std::vector<Quantiles>& groups) {
    std::set<int> all;
    for (const Quantiles& group : groups)
        for (const auto& [name, quantile] : group) all.insert(name);
    return all;
}

void check_number(const MeasureTable& table, const std::set<int>& quantiles, Problems& problems) {
    const auto count = static_cast<int>(quantiles.size());
    if (count < fewest_quantiles || count > most_quantiles)
        problems.add({table.file(), 0, 0}, fmt::format("{} quantiles; a slope takes {} to {}", count, fewest_quantiles, most_quantiles));
}

void check_errors_are_there(const MeasureTable& table) {
    if (table.has("se") || (table.has("lower") && table.has("upper"))) return;
    throw UserError(Exit::wrong_data, fmt::format("{}:1: error: column 'se' is missing, or else 'lower' and 'upper' (95 % limits)", table.file()));
}

}  // namespace

Measured measure_slope(const std::filesystem::path& file, FigureKind kind, const SlopeOptions& options) {
    Problems problems;
    const MeasureTable table(file, {"quantile", "population", "value"}, {"se", "lower", "upper"}, problems);
    check_errors_are_there(table);
    std::vector<Quantiles> read;
    for (const MeasureGroup& group : table.groups()) read.push_back(SlopeMeasure(table, kind).read(group, problems));
    const std::set<int> quantiles = all_quantiles(read);
    if (problems.empty()) check_number(table, quantiles, problems);
    problems.throw_if_any();
    Measured measured{"slope-index", table.file(), fmt::format("least squares on the ridit, weighted by population; limits by simulation, {} repetitions, seed {}", options.repetitions, options.seed),
                      options.confidence, table.group_columns(), {}, {},
                      {"slope_index", "relative_index", "intercept", "lower", "upper", "relative_lower", "relative_upper"}, 2, {}, {}};
    if (quantiles.size() > many_quantiles) measured.warnings.push_back(fmt::format("{}: warning: small figures can make a slope over more than ten quantiles unsteady", table.file()));
    if (*quantiles.begin() == 1 && *quantiles.rbegin() != static_cast<int>(quantiles.size()))
        measured.warnings.push_back(fmt::format("{}: warning: of the quantiles 1 to {} some are in no group; the slope is over those that are", table.file(), *quantiles.rbegin()));
    for (std::size_t number = 0; number < table.groups().size(); ++number) {
        const MeasureGroup& group = table.groups()[number];
        measured.groups.push_back(group.labels);
        std::vector<int> missing;
        for (const int quantile : quantiles)
            if (!read[number].contains(quantile)) missing.push_back(quantile);
        if (!missing.empty()) measured.warnings.push_back(table.warning(group.rows.front(), "", fmt::format("quantiles missing: {}; no slope{}", fmt::join(missing, ", "), table.name_of(group))));
        measured.rows.push_back(missing.empty() ? row_of(number, read[number], kind, options) : MeasuredRow{number, {}, std::vector<double>(7, no_value)});
    }
    return measured;
}

}  // namespace spires
