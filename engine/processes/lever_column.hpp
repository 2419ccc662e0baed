#pragma once
// What programmes move of one lever, as a column for the kernels.

#include "core/scratch.hpp"
#include "interventions/overlay.hpp"

namespace spires {

/// A lever's ratios or additions by row; no column at all (nullptr) when no programme moves it.
class LeverColumn {
public:
    [[nodiscard]] const float* ratios(const LeverOverlay& levers, std::size_t lever, std::size_t rows) {
        if (!levers.moves_ratio(lever)) return nullptr;
        values_.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) values_[row] = static_cast<float>(levers.ratio(lever, row));
        return values_.data();
    }
    [[nodiscard]] const float* additions(const LeverOverlay& levers, std::size_t lever, std::size_t rows) {
        if (!levers.moves_added(lever)) return nullptr;
        values_.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) values_[row] = static_cast<float>(levers.added(lever, row));
        return values_.data();
    }

private:
    Scratch<float> values_;
};

}  // namespace spires
