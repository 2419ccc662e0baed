#pragma once
// The parts of a results file, each written by its own function. Inside this folder only.

#include "results/hdf5_file.hpp"
#include "results/reduced_variable.hpp"
#include "results/results_file.hpp"

#include <string>
#include <vector>

namespace spires {

/// Grows when a reader of older files would misread newer ones.
inline constexpr int results_schema_version = 1;
inline constexpr const char* sex_labels[] = {"persons", "female", "male"};
/// Of the group `uncertainty`, in the order of its axis.
inline constexpr const char* component_labels[] = {"monte_carlo_sd", "parameter_sd", "difference_monte_carlo_sd",
                                                   "difference_parameter_sd"};

/// The dimension scales at the root, which groups share.
struct RootScales {
    H5::DataSet scenario, statistic, year, area, sex;
};

[[nodiscard]] RootScales write_axes(const H5::Group& root, const ResultsAxes& axes);

/// The groups that hold a dataset for every variable, with scales of their own.
struct VariableGroups {
    H5::Group replicates, uncertainty;
    H5::DataSet replicate, component;
};
[[nodiscard]] VariableGroups write_variable_groups(const H5::Group& root, const ReplicateDesign& design);

/// Statistics at the root, replicates of the city, and the parts of its spread.
void write_variable(const H5::Group& root, const VariableGroups& groups, const RootScales& scales,
                    const ResultsAxes& axes, const ReplicateDesign& design, const Variable& variable,
                    const ReducedVariable& found);

void write_counts(const H5::Group& root, const RootScales& scales, const ResultsAxes& axes,
                  const std::vector<CountTable>& counts, std::size_t replicates);
/// Costs and health of every scenario (indicators/economics.hpp), where the variables for it are there.
void write_economics(const H5::Group& root, const RootScales& scales, const ReplicateStore& store, const ReplicateDesign& design);
/// The changes under each setting of the structure, in a group of its own; nothing without any.
void write_structure(const H5::Group& uncertainty, const RootScales& scales, const ResultsAxes& axes, const std::vector<StructureRun>& runs);
/// Cumulative benefit of each place, and whether the most deprived gain more; nothing without the variables for it.
void write_inequality(const H5::Group& root, const RootScales& scales, const ReplicateStore& store, const ReplicateDesign& design);
void write_provenance(const H5::Group& root, const Provenance& provenance);

}  // namespace spires
