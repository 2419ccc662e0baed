#pragma once
// Whole people counted in one vector: sixteen counts of 32 bits that stand side by side in a sheet.

#include <array>
#include <cstdint>

namespace spires {

using StockRow = std::array<std::int32_t, 16>;

}  // namespace spires
