#pragma once
// The model built otherwise: what draws of parameters cannot tell, varied apart from them.

#include "experiment.hpp"
#include "results/structure_run.hpp"

#include <string>
#include <utility>
#include <vector>

namespace spires {

/// A way the model could be built: single figures of `parameters.csv` set to other values.
struct StructureSetting {
    std::string name, description;
    std::vector<std::pair<std::string, double>> figures;
};

/// Causal fraction of social exposures 0, ½ and 1; effects that fade twice and half as fast; no trend of mortality.
[[nodiscard]] std::vector<StructureSetting> structure_settings();

/// Indicators whose change is told under each setting.
[[nodiscard]] const std::vector<std::string>& structure_indicators();

/// What is left of a run under one setting: statistics of the city's changes, by the same replicates.
[[nodiscard]] StructureRun structure_run(const StructureSetting& setting, const ReplicateStore& store, const ReplicateDesign& design);

}  // namespace spires
