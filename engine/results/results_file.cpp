#include "results/results_file.hpp"

#include "core/error.hpp"
#include "results/hdf5_driver.hpp"
#include "results/partial_file.hpp"
#include "results/results_parts.hpp"

#include <fmt/format.h>
#include <tbb/parallel_pipeline.h>

#include <cstring>
#include <stdexcept>
#include <utility>

#include "version.hpp"

namespace spires {

namespace {

using hdf5::set_attribute;

void write_root_attributes(const H5::Group& root, const std::string& city, const ReplicateDesign& design, const Provenance& provenance) {
    set_attribute(root, "Conventions", "CF-1.10");
    set_attribute(root, "title", fmt::format("Spires: health of the people of {}, scenario by scenario", city));
    set_attribute(root, "source", fmt::format("Spires {}, commit {}", version, commit));
    set_attribute(root, "schema_version", results_schema_version);
    for (const auto& [key, value] : provenance.settings) {
        if (key == "seed") set_attribute(root, "seed", value);
    }
    set_attribute(root, "replicates", static_cast<std::int32_t>(design.replicates()));
    set_attribute(root, "draws", static_cast<std::int32_t>(design.draws));
    set_attribute(root, "seeds_a_draw", static_cast<std::int32_t>(design.seeds_a_draw));
}

H5::H5File create(const std::filesystem::path& path) {
    try {
        return hdf5::create_file(path);
    } catch (const H5::Exception&) {
        throw UserError(Exit::cannot_create, fmt::format("{}: error: cannot create the results file; is the folder "
                                                         "writable, and is no other run writing it?", path.string()));
    }
}

void check_disk(const std::filesystem::path& path) {
    if (const int number = hdf5::failed_write(); number != 0) {
        throw UserError(Exit::reading_or_writing_failed,
                        fmt::format("{}: error: cannot write the results file: {}", path.string(), std::strerror(number)));
    }
}

/// Reduces variables beside one another and hands them on one by one, in their order: HDF5 wants a single writer.
template <class Write>
void reduce_in_turn(const ReplicateStore& store, const ReplicateDesign& design, const Write& write) {
    constexpr std::size_t at_once = 4;  // each holds all its replicates
    std::size_t next = 0;
    using Reduced = std::pair<std::size_t, ReducedVariable>;
    const auto take = [&](tbb::flow_control& control) {
        if (next == store.variables().size()) control.stop();
        return next++;
    };
    const auto reduce_one = [&](std::size_t v) { return Reduced(v, reduce(store.axes(), design, store.variables()[v], store.read(v))); };
    const auto write_one = [&](const Reduced& found) { write(store.variables()[found.first], found.second); };
    tbb::parallel_pipeline(at_once, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
                                        tbb::make_filter<std::size_t, Reduced>(tbb::filter_mode::parallel, reduce_one) &
                                        tbb::make_filter<Reduced, void>(tbb::filter_mode::serial_in_order, write_one));
}

void write_all(const std::filesystem::path& path, const ReplicateStore& store, const ReplicateDesign& design,
               const std::vector<CountTable>& counts, const Provenance& provenance, const std::vector<StructureRun>& structure) {
    const ResultsAxes& axes = store.axes();
    H5::H5File file = create(path);
    {
        const H5::Group root = file.openGroup("/");
        write_root_attributes(root, axes.areas.front().name, design, provenance);
        const RootScales scales = write_axes(root, axes);
        const VariableGroups groups = write_variable_groups(root, design);
        reduce_in_turn(store, design, [&](const Variable& variable, const ReducedVariable& found) {
            write_variable(root, groups, scales, axes, design, variable, found);
            check_disk(path);
        });
        write_counts(root, scales, axes, counts, store.replicates());
        write_structure(groups.uncertainty, scales, axes, structure);
        write_inequality(root, scales, store, design);
        write_economics(root, scales, store, design);
        write_provenance(root, provenance);
    }
    file.flush(H5F_SCOPE_GLOBAL);
    file.close();
    check_disk(path);
}

}  // namespace

void write_results(const std::filesystem::path& file, const ReplicateStore& store, const ReplicateDesign& design,
                   const std::vector<CountTable>& counts, const Provenance& provenance, const std::vector<StructureRun>& structure) {
    if (design.replicates() != store.replicates()) throw std::logic_error("the design has another number of replicates");
    PartialFile partial(file);
    try {
        write_all(partial.path(), store, design, counts, provenance, structure);
    } catch (const H5::Exception& problem) {
        throw UserError(Exit::reading_or_writing_failed,
                        fmt::format("{}: error: cannot write the results file ({}: {})", file.string(),
                                    problem.getFuncName(), problem.getDetailMsg()));
    }
    partial.commit();
}

}  // namespace spires
