#pragma once
// Where everybody of a block stands on the curves of risk, as columns for the kernels of the step.

#include "calibration/risk_model.hpp"
#include "core/scratch.hpp"

#include <vector>

namespace spires {

/// Positions on the grids of `RiskModel`, one entry a row.
struct RiskColumns {
    Scratch<float> activity, body;    ///< node and fraction as one number
    Scratch<std::int32_t> smoking;    ///< node
    Scratch<std::int32_t> flags;      ///< bit i is exposure_flag_names[i]
    Scratch<float> no2, pm25;         ///< node and fraction as one number

    /// From the lagged exposures and states as they stand.
    void place(const PersonColumns& people);
};

/// The tables of one outcome as the kernels read them; nullptr where an exposure has no effect.
struct RiskTables {
    struct Cause {
        std::int32_t bit = 0;             ///< 1 << condition, or 1 << exposure flag
        const float* ratio = nullptr;     ///< [sex][five-year band]
    };
    const float *activity = nullptr, *body = nullptr, *smoking = nullptr, *no2 = nullptr, *pm25 = nullptr;
    std::vector<Cause> causes, flags;

    RiskTables() = default;
    explicit RiskTables(const RiskModel::Factors& factors);
};

}  // namespace spires
