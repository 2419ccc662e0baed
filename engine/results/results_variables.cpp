#include "results/results_parts.hpp"
#include "results/reduced_variable.hpp"
#include "results/statistics.hpp"

namespace spires {

namespace {

using hdf5::set_attribute;
using hdf5::Shape;

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

void write_statistics(const H5::Group& root, const RootScales& scales, const ResultsAxes& axes, const Variable& variable, const ReducedVariable& found) {
    const Layout full = layout_of(variable, axes, scales, true), one = layout_of(variable, axes, scales, false);
    const std::string& name = variable.name;
    const H5::DataSet level = write_root(root, name, found.levels, full, variable, variable.long_name, variable.units,
                                         variable.description);
    set_attribute(level, "ambition", variable.ambition);
    set_attribute(level, "source", variable.source);
    set_attribute(level, "interval_method", found.interval_method);
    // The mark by which readers tell a variable from what is derived from it.
    set_attribute(level, "ancillary_variables", name + "_difference " + name + "_probability_better");
    const H5::DataSet difference =
        write_root(root, name + "_difference", found.differences, full, variable,
                   variable.long_name + ", difference from the baseline", variable.units,
                   "Scenario minus baseline, paired by replicate. " + variable.description);
    set_attribute(difference, "interval_method", found.interval_method);
    const H5::DataSet better = write_root(root, name + "_probability_better", found.better, one, variable,
                                          variable.long_name + ", probability of being better than the baseline", "1",
                                          "Share of what could be true in which the scenario does better. " +
                                              variable.description);
    set_attribute(better, "interval_method", found.interval_method);
}

void write_replicates(const VariableGroups& groups, const RootScales& scales, const ResultsAxes& axes,
                      const Variable& variable, const std::vector<double>& city, std::size_t replicates) {
    const H5::DataSet dataset =
        hdf5::write_numbers(groups.replicates, variable.name, city, {axes.scenarios.size(), replicates, axes.years.size(), 3},
                            {1, replicates, axes.years.size(), 3});
    set_attribute(dataset, "units", variable.units);
    set_attribute(dataset, "long_name", variable.long_name);
    set_attribute(dataset, "coordinates", "draw");
    hdf5::attach_scales(dataset, {scales.scenario, groups.replicate, scales.year, scales.sex});
}

void write_uncertainty(const VariableGroups& groups, const RootScales& scales, const ResultsAxes& axes,
                       const Variable& variable, const std::vector<double>& spread) {
    const H5::DataSet dataset = hdf5::write_numbers(groups.uncertainty, variable.name, spread,
                                                    {axes.scenarios.size(), 4, axes.years.size(), 3}, {1, 4, axes.years.size(), 3});
    set_attribute(dataset, "units", variable.units);
    set_attribute(dataset, "long_name", variable.long_name);
    hdf5::attach_scales(dataset, {scales.scenario, groups.component, scales.year, scales.sex});
}

}  // namespace

void write_variable(const H5::Group& root, const VariableGroups& groups, const RootScales& scales,
                    const ResultsAxes& axes, const ReplicateDesign& design, const Variable& variable,
                    const ReducedVariable& found) {
    write_statistics(root, scales, axes, variable, found);
    write_replicates(groups, scales, axes, variable, found.city, design.replicates());
    write_uncertainty(groups, scales, axes, variable, found.spread);
}

}  // namespace spires
