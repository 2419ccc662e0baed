#pragma once
// Writing the results file: plain HDF5 that is valid netCDF-4 (docs/results-file.md).

#include "results/replicate_store.hpp"
#include "results/structure_run.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace spires {

/// Integer counts kept beside the indicators, summed over all replicates of one scenario each:
/// values[scenario][year][area][sex: female, male][age band of the life table].
struct CountTable {
    std::string name, units, description;
    std::vector<std::int64_t> values;
};

/// One parameter as drawn: value by draw.
struct ParameterDraws {
    std::string name, units, source;
    std::vector<double> values;
};

/// Everything that changes results, kept inside the file so that it can be run again from it.
struct Provenance {
    std::vector<std::pair<std::string, std::string>> settings;   ///< key, value (years, seed, replicates, …)
    std::vector<std::pair<std::string, std::string>> scenarios;  ///< stem.toml, text
    std::vector<std::pair<std::string, std::string>> inputs;     ///< file name, content
    std::vector<ParameterDraws> draws;
};

/// Replicates are parameter draws × seeds: replicate r belongs to draw r / seeds_a_draw.
struct ReplicateDesign {
    std::size_t draws = 10;
    std::size_t seeds_a_draw = 2;
    [[nodiscard]] std::size_t replicates() const noexcept { return draws * seeds_a_draw; }
};

/// Writes `file` whole or not at all (.partial, sync, rename). Errors: 73, 74.
void write_results(const std::filesystem::path& file, const ReplicateStore& store, const ReplicateDesign& design,
                   const std::vector<CountTable>& counts, const Provenance& provenance, const std::vector<StructureRun>& structure = {});

}  // namespace spires
