#include "results/reduced_variable.hpp"

#include "results/statistics.hpp"

#include <array>

namespace spires {

namespace {

/// The values of one variable and where each stands.
struct Values {
    const std::vector<double>& all;  ///< [replicate][scenario][cell]
    std::size_t replicates, scenarios, cells;

    [[nodiscard]] double value(std::size_t replicate, std::size_t scenario, std::size_t cell) const {
        return all[(replicate * scenarios + scenario) * cells + cell];
    }
    /// By replicate.
    void gather(std::size_t scenario, std::size_t cell, std::vector<double>& into) const {
        for (std::size_t r = 0; r < replicates; ++r) into[r] = value(r, scenario, cell);
    }
    /// Scenario − baseline, by replicate: the two share people, parameters and luck.
    void gather_differences(std::size_t scenario, std::size_t cell, std::vector<double>& into) const {
        for (std::size_t r = 0; r < replicates; ++r) into[r] = value(r, scenario, cell) - value(r, 0, cell);
    }
};

void place(std::vector<double>& into, const Values& values, std::size_t scenario, std::size_t cell, const Estimate& found) {
    const std::array<double, statistic_count> row{found.mean, found.sd, found.p2_5, found.p50, found.p97_5};
    for (std::size_t s = 0; s < statistic_count; ++s) {
        into[(scenario * statistic_count + s) * values.cells + cell] = row[s];
    }
}

void reduce_levels(const Values& values, const Reduction& reduction, const std::string& direction, ReducedVariable& found) {
    const std::size_t size = values.scenarios * values.cells;
    for (auto* into : {&found.levels, &found.differences}) into->resize(size * statistic_count);
    found.better.resize(size);
    std::vector<double> row(values.replicates);
    for (std::size_t scenario = 0; scenario < values.scenarios; ++scenario) {
        for (std::size_t cell = 0; cell < values.cells; ++cell) {
            values.gather(scenario, cell, row);
            place(found.levels, values, scenario, cell, reduction.estimate(row));
            values.gather_differences(scenario, cell, row);
            place(found.differences, values, scenario, cell, reduction.estimate(row));
            found.better[scenario * values.cells + cell] = reduction.probability_better(row, direction);
        }
    }
}

/// Index of (year, city, sex) among the cells of a variable, for `at` counting years and sexes.
std::size_t city_cell(const Variable& variable, const ResultsAxes& axes, std::size_t at) {
    const std::size_t areas = variable.city_only ? 1 : axes.areas.size();
    return at / 3 * areas * 3 + at % 3;
}

void reduce_city(const ResultsAxes& axes, const Variable& variable, const Values& values, std::size_t seeds_a_draw, ReducedVariable& found) {
    const std::size_t cells = axes.years.size() * 3;
    std::vector<double> row(values.replicates);
    found.spread.resize(values.scenarios * 4 * cells);
    for (std::size_t scenario = 0; scenario < values.scenarios; ++scenario) {
        for (std::size_t r = 0; r < values.replicates; ++r)
            for (std::size_t at = 0; at < cells; ++at) found.city.push_back(values.value(r, scenario, city_cell(variable, axes, at)));
        for (std::size_t at = 0; at < cells; ++at) {
            double* to = found.spread.data() + scenario * 4 * cells + at;
            values.gather(scenario, city_cell(variable, axes, at), row);
            const SpreadParts level = spread_parts(row, seeds_a_draw);
            values.gather_differences(scenario, city_cell(variable, axes, at), row);
            const SpreadParts difference = spread_parts(row, seeds_a_draw);
            to[0] = level.monte_carlo_sd, to[cells] = level.parameter_sd;
            to[2 * cells] = difference.monte_carlo_sd, to[3 * cells] = difference.parameter_sd;
        }
    }
}

}  // namespace

ReducedVariable reduce(const ResultsAxes& axes, const ReplicateDesign& design, const Variable& variable, const std::vector<double>& all) {
    const Values values{all, design.replicates(), axes.scenarios.size(), axes.cells(variable)};
    const Reduction reduction(values.replicates, design.seeds_a_draw);
    ReducedVariable found;
    found.interval_method = reduction.method();
    reduce_levels(values, reduction, variable.direction, found);
    reduce_city(axes, variable, values, design.seeds_a_draw, found);
    return found;
}

}  // namespace spires
