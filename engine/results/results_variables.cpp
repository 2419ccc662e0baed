#include "results/results_parts.hpp"
#include "results/statistics.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <array>

namespace spires {

namespace {

using hdf5::set_attribute;
using hdf5::Shape;

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

/// Every cell by itself, so that any number of threads gives the same.
void reduce(const Values& values, const ReplicateDesign& design, const std::string& direction, ReducedVariable& found) {
    const std::size_t size = values.scenarios * values.cells;
    found.levels.resize(size * statistic_count);
    found.differences.resize(size * statistic_count);
    found.better.resize(size);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, size, 256), [&](const auto& range) {
        const Reduction reduction(values.replicates, design.seeds_a_draw);
        std::vector<double> row(values.replicates);
        for (std::size_t at = range.begin(); at < range.end(); ++at) {
            const std::size_t scenario = at / values.cells, cell = at % values.cells;
            values.gather(scenario, cell, row);
            place(found.levels, values, scenario, cell, reduction.estimate(row));
            values.gather_differences(scenario, cell, row);
            place(found.differences, values, scenario, cell, reduction.estimate(row));
            found.better[at] = reduction.probability_better(row, direction);
        }
    });
}

struct Layout {
    Shape shape, chunk;
    std::vector<H5::DataSet> scales;
};

/// (scenario, [statistic,] year, [area,] sex), in chunks of one scenario.
Layout layout_of(const Variable& variable, const ResultsAxes& axes, const RootScales& scales, bool with_statistic) {
    Layout layout{{axes.scenarios.size()}, {}, {scales.scenario}};
    const auto add = [&layout](std::size_t size, const H5::DataSet& scale) {
        layout.shape.push_back(size);
        layout.scales.push_back(scale);
    };
    if (with_statistic) add(statistic_count, scales.statistic);
    add(axes.years.size(), scales.year);
    if (!variable.city_only) add(axes.areas.size(), scales.area);
    add(3, scales.sex);
    layout.chunk = layout.shape;
    layout.chunk[0] = 1;
    return layout;
}

const char* coordinates_of(const Variable& variable) {
    return variable.city_only ? "scenario_name" : "scenario_name area_name area_type";
}

H5::DataSet write_root(const H5::Group& root, const std::string& name, const std::vector<double>& values,
                       const Layout& layout, const Variable& variable, const std::string& long_name,
                       const std::string& units, const std::string& description) {
    H5::DataSet dataset = hdf5::write_numbers(root, name, values, layout.shape, layout.chunk);
    set_attribute(dataset, "units", units);
    set_attribute(dataset, "long_name", long_name);
    set_attribute(dataset, "description", description);
    set_attribute(dataset, "direction", variable.direction);
    set_attribute(dataset, "coordinates", coordinates_of(variable));
    hdf5::attach_scales(dataset, layout.scales);
    return dataset;
}

void write_statistics(const H5::Group& root, const RootScales& scales, const ResultsAxes& axes,
                      const Variable& variable, const ReducedVariable& found, const ReplicateDesign& design) {
    const Reduction reduction(design.replicates(), design.seeds_a_draw);
    const Layout full = layout_of(variable, axes, scales, true), one = layout_of(variable, axes, scales, false);
    const std::string& name = variable.name;
    const H5::DataSet level = write_root(root, name, found.levels, full, variable, variable.long_name, variable.units,
                                         variable.description);
    set_attribute(level, "ambition", variable.ambition);
    set_attribute(level, "source", variable.source);
    set_attribute(level, "interval_method", reduction.method());
    // The mark by which readers tell a variable from what is derived from it.
    set_attribute(level, "ancillary_variables", name + "_difference " + name + "_probability_better");
    const H5::DataSet difference =
        write_root(root, name + "_difference", found.differences, full, variable,
                   variable.long_name + ", difference from the baseline", variable.units,
                   "Scenario minus baseline, paired by replicate. " + variable.description);
    set_attribute(difference, "interval_method", reduction.method());
    const H5::DataSet better = write_root(root, name + "_probability_better", found.better, one, variable,
                                          variable.long_name + ", probability of being better than the baseline", "1",
                                          "Share of what could be true in which the scenario does better. " +
                                              variable.description);
    set_attribute(better, "interval_method", reduction.method());
}

/// Index of (year, city, sex) among the cells of a variable, for `at` counting years and sexes.
std::size_t city_cell(const Variable& variable, const ResultsAxes& axes, std::size_t at) {
    const std::size_t areas = variable.city_only ? 1 : axes.areas.size();
    return at / 3 * areas * 3 + at % 3;
}

std::vector<double> city_by_replicate(const ResultsAxes& axes, const Variable& variable, const Values& values) {
    const std::size_t cells = axes.years.size() * 3;
    std::vector<double> city;
    for (std::size_t scenario = 0; scenario < values.scenarios; ++scenario) {
        for (std::size_t r = 0; r < values.replicates; ++r) {
            for (std::size_t at = 0; at < cells; ++at) city.push_back(values.value(r, scenario, city_cell(variable, axes, at)));
        }
    }
    return city;
}

void write_replicates(const VariableGroups& groups, const RootScales& scales, const ResultsAxes& axes,
                      const Variable& variable, const ReducedVariable& found, std::size_t replicates) {
    const H5::DataSet dataset =
        hdf5::write_numbers(groups.replicates, variable.name, found.city, {axes.scenarios.size(), replicates, axes.years.size(), 3},
                            {1, replicates, axes.years.size(), 3});
    set_attribute(dataset, "units", variable.units);
    set_attribute(dataset, "long_name", variable.long_name);
    set_attribute(dataset, "coordinates", "draw");
    hdf5::attach_scales(dataset, {scales.scenario, groups.replicate, scales.year, scales.sex});
}

/// [scenario][component][year][sex] of the city.
std::vector<double> parts_of_spread(const ResultsAxes& axes, const Variable& variable, const Values& values, std::size_t seeds_a_draw) {
    const std::size_t cells = axes.years.size() * 3;
    std::vector<double> parts(values.scenarios * 4 * cells), row(values.replicates);
    for (std::size_t scenario = 0; scenario < values.scenarios; ++scenario) {
        for (std::size_t at = 0; at < cells; ++at) {
            double* to = parts.data() + scenario * 4 * cells + at;
            values.gather(scenario, city_cell(variable, axes, at), row);
            const SpreadParts level = spread_parts(row, seeds_a_draw);
            values.gather_differences(scenario, city_cell(variable, axes, at), row);
            const SpreadParts difference = spread_parts(row, seeds_a_draw);
            to[0] = level.monte_carlo_sd, to[cells] = level.parameter_sd;
            to[2 * cells] = difference.monte_carlo_sd, to[3 * cells] = difference.parameter_sd;
        }
    }
    return parts;
}

void write_uncertainty(const VariableGroups& groups, const RootScales& scales, const ResultsAxes& axes, const Variable& variable, const ReducedVariable& found) {
    const H5::DataSet dataset = hdf5::write_numbers(groups.uncertainty, variable.name, found.parts_of_spread,
                                                    {axes.scenarios.size(), 4, axes.years.size(), 3}, {1, 4, axes.years.size(), 3});
    set_attribute(dataset, "units", variable.units);
    set_attribute(dataset, "long_name", variable.long_name);
    hdf5::attach_scales(dataset, {scales.scenario, groups.component, scales.year, scales.sex});
}

}  // namespace

ReducedVariable reduce_variable(const ResultsAxes& axes, const ReplicateDesign& design, const Variable& variable, const std::vector<double>& all) {
    const Values values{all, design.replicates(), axes.scenarios.size(), axes.cells(variable)};
    ReducedVariable found;
    reduce(values, design, variable.direction, found);
    found.city = city_by_replicate(axes, variable, values);
    found.parts_of_spread = parts_of_spread(axes, variable, values, design.seeds_a_draw);
    return found;
}

void write_variable(const H5::Group& root, const VariableGroups& groups, const RootScales& scales, const ResultsAxes& axes,
                    const ReplicateDesign& design, const Variable& variable, const ReducedVariable& found) {
    write_statistics(root, scales, axes, variable, found, design);
    write_replicates(groups, scales, axes, variable, found, design.replicates());
    write_uncertainty(groups, scales, axes, variable, found);
}

}  // namespace spires
