#include "results/read_provenance.hpp"

#include "core/digest.hpp"
#include "core/error.hpp"
#include "results/hdf5_file.hpp"
#include "results/read_results.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

UserError damaged(const std::filesystem::path& file, const std::string& what) {
    return {Exit::wrong_data, fmt::format("{}: error: {}; the file was changed or damaged, copy it again", file.string(), what)};
}

std::string read_bytes(const H5::DataSet& dataset) {
    std::string bytes(static_cast<std::size_t>(dataset.getSpace().getSimpleExtentNpoints()), '\0');
    dataset.read(bytes.data(), H5::PredType::NATIVE_UINT8);
    return bytes;
}

/// Texts of the group other than those every results file has.
void read_settings(const H5::Group& group, Provenance& made) {
    for (int i = 0; i < group.getNumAttrs(); ++i) {
        const H5::Attribute attribute = group.openAttribute(static_cast<unsigned>(i));
        const std::string name = attribute.getName();
        if (attribute.getTypeClass() == H5T_STRING && name != "description") made.settings.emplace_back(name, hdf5::text_attribute(group, name));
    }
}

void read_scenarios(const std::filesystem::path& file, const H5::Group& group, Provenance& made) {
    const auto names = hdf5::read_texts(group.openDataSet("scenario_file")), texts = hdf5::read_texts(group.openDataSet("scenario_text")),
               digests = hdf5::read_texts(group.openDataSet("scenario_sha256"));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (sha256(texts.at(i)) != digests.at(i)) throw damaged(file, fmt::format("the scenario {} is not what its digest says", names[i]));
        made.scenarios.emplace_back(names[i], texts[i]);
    }
}

void read_inputs(const std::filesystem::path& file, const H5::Group& group, Provenance& made) {
    for (hsize_t i = 0; i < group.getNumObjs(); ++i) {
        const H5::DataSet dataset = group.openDataSet(group.getObjnameByIdx(i));
        const std::string name = hdf5::text_attribute(dataset, "file");
        std::string bytes = read_bytes(dataset);
        if (sha256(bytes) != hdf5::text_attribute(dataset, "sha256")) throw damaged(file, fmt::format("the table {} is not what its digest says", name));
        made.inputs.emplace_back(name, std::move(bytes));
    }
}

}  // namespace

RunOrigin read_origin(const std::filesystem::path& file) {
    static_cast<void>(ResultsReader(file));  // refuses what is no results file, or one of another schema
    try {
        const H5::H5File opened(file.string(), H5F_ACC_RDONLY);
        const H5::Group group = opened.openGroup("provenance");
        RunOrigin origin{hdf5::text_attribute(group, "version"), hdf5::text_attribute(group, "commit"), {}};
        read_settings(group, origin.made);
        read_scenarios(file, group, origin.made);
        read_inputs(file, group.openGroup("inputs"), origin.made);
        return origin;
    } catch (const H5::Exception&) {
        throw damaged(file, "its provenance cannot be read");
    }
}

std::vector<ParameterDraws> read_draws(const std::filesystem::path& file) {
    static_cast<void>(ResultsReader(file));
    try {
        const H5::H5File opened(file.string(), H5F_ACC_RDONLY);
        const H5::Group group = opened.openGroup("provenance");
        if (!group.nameExists("parameter_draws")) return {};
        const auto names = hdf5::read_texts(group.openDataSet("parameter")), units = hdf5::read_texts(group.openDataSet("parameter_units"));
        const auto values = hdf5::read_numbers(group.openDataSet("parameter_draws"));
        const std::size_t draws = names.empty() ? 0 : values.size() / names.size();
        std::vector<ParameterDraws> read;
        for (std::size_t p = 0; p < names.size(); ++p) {
            const auto first = values.begin() + static_cast<std::ptrdiff_t>(p * draws);
            read.push_back({names[p], units.at(p), "", {first, first + static_cast<std::ptrdiff_t>(draws)}});
        }
        return read;
    } catch (const H5::Exception&) {
        throw damaged(file, "its parameter draws cannot be read");
    }
}

}  // namespace spires
