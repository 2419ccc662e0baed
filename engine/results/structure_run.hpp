#pragma once
// What a run says when the model is built otherwise.

#include <string>
#include <vector>

namespace spires {

/// The change of one indicator of the city: [scenario][statistic][year][sex].
struct StructureFigure {
    std::string variable, units, long_name;
    std::vector<double> changes;
};

/// One setting of the structure, with the same replicates as the run itself.
struct StructureRun {
    std::string name, description;
    std::vector<StructureFigure> figures;
};

}  // namespace spires
