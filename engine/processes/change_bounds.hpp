#pragma once
// How high the chances of onset and recovery can be: whoever's word is above need not be looked at.

#include "calibration/model.hpp"
#include "core/column.hpp"

#include <cstdint>
#include <vector>

namespace spires {

/// Chances in 1/65536, rounded up, of all conditions side by side; all bits where anybody could change.
class ChangeBounds {
public:
    static constexpr std::uint16_t anybody = 0xffff;
    static constexpr std::size_t group = 16;  ///< conditions that are compared at once

    explicit ChangeBounds(const Model& model);

    /// Room for conditions, in whole groups.
    [[nodiscard]] std::size_t width() const noexcept { return width_; }
    /// [burden][sex][age][onset, recovery][condition].
    [[nodiscard]] const std::uint16_t* table() const noexcept { return bounds_.data(); }
    /// Whether anybody ever recovers before outgrowing it.
    [[nodiscard]] bool is_ever_lost(std::size_t condition) const noexcept { return is_ever_lost_[condition]; }

private:
    std::size_t width_;
    Column<std::uint16_t> bounds_;
    std::vector<bool> is_ever_lost_;
};

}  // namespace spires
