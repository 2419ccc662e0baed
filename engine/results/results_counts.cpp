#include "core/axes.hpp"
#include "results/results_parts.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace spires {

namespace {

using hdf5::set_attribute;

std::vector<std::string> band_labels() {
    std::vector<std::string> labels{"0", "1-4"};
    for (std::size_t band = 2; band + 1 < life_table_bands; ++band) {
        labels.push_back(fmt::format("{}-{}", life_table_starts[band], life_table_starts[band] + 4));
    }
    labels.push_back(fmt::format("{}+", life_table_starts[life_table_bands - 1]));
    return labels;
}

/// Puts persons before female and male, so that counts share the axis `sex` of the indicators.
std::vector<std::int64_t> with_persons(const std::vector<std::int64_t>& values) {
    std::vector<std::int64_t> all;
    all.reserve(values.size() / 2 * 3);
    for (std::size_t at = 0; at < values.size(); at += 2 * life_table_bands) {
        const auto female = values.begin() + static_cast<std::ptrdiff_t>(at);
        const auto male = female + life_table_bands, end = male + life_table_bands;
        for (std::size_t band = 0; band < life_table_bands; ++band) {
            all.push_back(values[at + band] + values[at + life_table_bands + band]);
        }
        all.insert(all.end(), female, end);
    }
    return all;
}

}  // namespace

void write_counts(const H5::Group& root, const RootScales& scales, const ResultsAxes& axes,
                  const std::vector<CountTable>& counts, std::size_t replicates) {
    const H5::Group group = hdf5::create_group(root, "counts");
    set_attribute(group, "description", "whole numbers, summed over all replicates: divide by replicates for a mean");
    set_attribute(group, "replicates", static_cast<std::int32_t>(replicates));
    const H5::DataSet age_group = hdf5::write_texts(group, "age_group", band_labels());
    set_attribute(age_group, "long_name", "age in completed years");
    hdf5::make_scale(age_group, "age_group");
    const hdf5::Shape shape{axes.scenarios.size(), axes.years.size(), axes.areas.size(), 3, life_table_bands};
    hdf5::Shape chunk = shape;
    chunk[0] = 1;
    for (const CountTable& table : counts) {
        if (table.values.size() != axes.scenarios.size() * axes.years.size() * axes.areas.size() * 2 * life_table_bands) {
            throw std::logic_error("the counts of " + table.name + " do not fit the results");
        }
        const H5::DataSet dataset = hdf5::write_numbers(group, table.name, with_persons(table.values), shape, chunk);
        set_attribute(dataset, "units", table.units);
        set_attribute(dataset, "long_name", table.description);
        hdf5::attach_scales(dataset, {scales.scenario, scales.year, scales.area, scales.sex, age_group});
    }
}

}  // namespace spires
