#pragma once
// Products over a person's conditions by table: eight conditions at a time.

#include "core/column.hpp"
#include "population/columns.hpp"

#include <array>
#include <span>

namespace spires {

/// Π ratio_c over the conditions of a set, for `Width` quantities side by side.
template <std::size_t Width>
class ConditionProducts {
public:
    using Row = std::array<float, Width>;

    ConditionProducts() = default;
    /// `ratios` by condition.
    explicit ConditionProducts(std::span<const Row> ratios) : groups_((ratios.size() + 7) / 8) {
        Row ones;
        ones.fill(1.0F);
        rows_.assign(groups_ * 256, ones);
        for (std::size_t c = 0; c < ratios.size(); ++c)
            for (std::size_t set = 0; set < 256; ++set)
                if ((set >> (c % 8)) & 1U)
                    for (std::size_t q = 0; q < Width; ++q) rows_[c / 8 * 256 + set][q] *= ratios[c][q];
    }
    [[nodiscard]] std::size_t groups() const noexcept { return groups_; }
    [[nodiscard]] const Row& of(std::size_t group, ConditionSet conditions) const noexcept {
        return rows_[group * 256 + ((conditions >> (8 * group)) & 255U)];
    }
    /// [group][set of eight conditions][quantity].
    [[nodiscard]] const float* table() const noexcept { return rows_.front().data(); }

private:
    std::size_t groups_ = 0;
    Column<Row> rows_;
};

}  // namespace spires
