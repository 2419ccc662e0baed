#include "results/results_parts.hpp"
#include "results/statistics.hpp"

#include <stdexcept>

namespace spires {

using hdf5::set_attribute;

void write_structure(const H5::Group& uncertainty, const RootScales& scales, const ResultsAxes& axes, const std::vector<StructureRun>& runs) {
    if (runs.empty()) return;
    const H5::Group group = hdf5::create_group(uncertainty, "structure");
    set_attribute(group, "description",
                  "the city's changes when the model is built otherwise, with the same parameter draws and seeds; apart from the "
                  "spread of the run itself");
    std::vector<std::string> names, descriptions;
    for (const StructureRun& run : runs) {
        names.push_back(run.name);
        descriptions.push_back(run.description);
    }
    const H5::DataSet structure = hdf5::write_texts(group, "structure", names);
    set_attribute(structure, "long_name", "setting of the structure");
    hdf5::make_scale(structure, "structure");
    const H5::DataSet meaning = hdf5::write_texts(group, "structure_description", descriptions);
    set_attribute(meaning, "long_name", "what the setting means");
    hdf5::attach_scales(meaning, {structure});
    for (std::size_t f = 0; f < runs.front().figures.size(); ++f) {
        const StructureFigure& about = runs.front().figures[f];
        std::vector<double> values;
        for (const StructureRun& run : runs) {
            if (run.figures.at(f).variable != about.variable) throw std::logic_error("settings of the structure hold different figures");
            values.insert(values.end(), run.figures[f].changes.begin(), run.figures[f].changes.end());
        }
        const hdf5::Shape shape{runs.size(), axes.scenarios.size(), statistic_count, axes.years.size(), 3};
        hdf5::Shape chunk = shape;
        chunk[0] = 1;
        const H5::DataSet dataset = hdf5::write_numbers(group, about.variable + "_difference", values, shape, chunk);
        set_attribute(dataset, "units", about.units);
        set_attribute(dataset, "long_name", about.long_name + ", difference from the baseline");
        hdf5::attach_scales(dataset, {structure, scales.scenario, scales.statistic, scales.year, scales.sex});
    }
}

}  // namespace spires
