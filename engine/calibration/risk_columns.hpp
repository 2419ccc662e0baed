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

/// Products of ratios over a stretch of the bits of a set: one look at a table in place of one for each bit.
struct SetRatios {
    int first = 0;             ///< bit
    std::int32_t mask = 0;     ///< of the stretch, shifted down by `first`
    Column<float> product;     ///< [sex][five-year band][bits of the stretch]
};

/// The tables of one outcome as the kernels read them; nullptr where an exposure has no effect.
struct RiskTables {
    const float *activity = nullptr, *body = nullptr, *smoking = nullptr, *no2 = nullptr, *pm25 = nullptr;
    std::vector<SetRatios> causes, flags;  ///< by conditions, by exposure flags

    RiskTables() = default;
    explicit RiskTables(const RiskModel::Factors& factors);
    [[nodiscard]] bool reads_anything() const noexcept {
        return activity != nullptr || body != nullptr || smoking != nullptr || no2 != nullptr || pm25 != nullptr || !causes.empty() || !flags.empty();
    }
};

}  // namespace spires
