#include "results/results_file.hpp"

#include "core/error.hpp"
#include "results/hdf5_driver.hpp"
#include "results/partial_file.hpp"
#include "results/results_parts.hpp"

#include <fmt/format.h>
#include <tbb/parallel_invoke.h>

#include <cstring>
#include <stdexcept>

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

/// Hands over every variable in turn; the next is read and reduced meanwhile, since HDF5 takes one caller at a time.
template <class Write>
void for_each_reduced(const ReplicateStore& store, const ReplicateDesign& design, const Write& write) {
    const auto reduced = [&](std::size_t v) { return reduce_variable(store.axes(), design, store.variables()[v], store.read(v)); };
    if (store.variables().empty()) return;
    ReducedVariable now = reduced(0), next;
    for (std::size_t v = 0; v < store.variables().size(); ++v) {
        tbb::parallel_invoke([&] { write(store.variables()[v], now); }, [&] { if (v + 1 < store.variables().size()) next = reduced(v + 1); });
        now = std::move(next);
    }
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
        for_each_reduced(store, design, [&](const Variable& variable, const ReducedVariable& reduced) {
            write_variable(root, groups, scales, axes, design, variable, reduced);
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
