#include "core/digest.hpp"
#include "results/group_parts.hpp"
#include "results/results_parts.hpp"

#include "version.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace spires {

namespace {

using hdf5::set_attribute;
using Texts = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> firsts(const Texts& pairs) {
    std::vector<std::string> texts;
    for (const auto& pair : pairs) texts.push_back(pair.first);
    return texts;
}

void write_along(const H5::Group& group, const H5::DataSet& scale, const std::string& name,
                 const std::vector<std::string>& texts) {
    hdf5::attach_scales(hdf5::write_texts(group, name, texts), {scale});
}

void write_scenarios(const H5::Group& group, const Texts& scenarios) {
    if (scenarios.empty()) return;
    const H5::DataSet file = hdf5::write_text_scale(group, "scenario_file", firsts(scenarios));
    std::vector<std::string> texts, digests;
    for (const auto& scenario : scenarios) {
        texts.push_back(scenario.second);
        digests.push_back(sha256(scenario.second));
    }
    write_along(group, file, "scenario_text", texts);
    write_along(group, file, "scenario_sha256", digests);
}

/// Each table is the scale of its own dimension, so that netCDF sees no dimension without a name.
void write_inputs(const H5::Group& provenance, const Texts& inputs) {
    const H5::Group group = hdf5::create_group(provenance, "inputs");
    set_attribute(group, "description", "the input tables, byte for byte, with SHA-256 digests as sha256sum prints them");
    for (const auto& [name, content] : inputs) {
        if (content.empty()) throw std::logic_error("the input table " + name + " is empty");
        std::string key = name;
        std::replace(key.begin(), key.end(), '/', '|');  // HDF5 would make groups of it
        const H5::DataSet dataset = hdf5::write_bytes(group, key, content);
        set_attribute(dataset, "file", name);
        set_attribute(dataset, "sha256", sha256(content));
        hdf5::make_scale(dataset, key);
    }
}

void write_draws(const H5::Group& group, const std::vector<ParameterDraws>& draws) {
    if (draws.empty()) return;
    const std::size_t count = draws.front().values.size();
    std::vector<std::string> names, units, sources;
    std::vector<double> values;
    for (const ParameterDraws& parameter : draws) {
        if (parameter.values.size() != count) throw std::logic_error(parameter.name + " has another number of draws");
        names.push_back(parameter.name);
        units.push_back(parameter.units);
        sources.push_back(parameter.source);
        values.insert(values.end(), parameter.values.begin(), parameter.values.end());
    }
    const H5::DataSet parameter = hdf5::write_text_scale(group, "parameter", names);
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    const H5::DataSet draw = hdf5::write_numbers(group, "draw", numbers, {count}, {count});
    hdf5::make_scale(draw, "draw");
    write_along(group, parameter, "parameter_units", units);
    write_along(group, parameter, "parameter_source", sources);
    const H5::DataSet dataset = hdf5::write_numbers(group, "parameter_draws", values, {names.size(), count}, {names.size(), count});
    set_attribute(dataset, "long_name", "parameters as drawn, each in its own unit");
    set_attribute(dataset, "coordinates", "parameter_units parameter_source");
    hdf5::attach_scales(dataset, {parameter, draw});
}

}  // namespace

void write_provenance(const H5::Group& root, const Provenance& provenance) {
    const H5::Group group = hdf5::create_group(root, "provenance");
    set_attribute(group, "description", "everything that changes results: the same again gives the same file");
    set_attribute(group, "version", version);
    set_attribute(group, "commit", commit);
    set_attribute(group, "schema_version", results_schema_version);
    for (const auto& [key, value] : provenance.settings) {
        if (!group.attrExists(key)) set_attribute(group, key, value);  // version and commit are known already
    }
    write_scenarios(group, provenance.scenarios);
    write_draws(group, provenance.draws);
    write_inputs(group, provenance.inputs);
}

}  // namespace spires
