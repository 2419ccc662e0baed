#pragma once
// Room for the few rows that a process finds.

#include "core/column.hpp"

#include <cstddef>
#include <cstdint>

namespace spires {

/// A list for whoever is done with it before another process asks: one for all, so that it stays in near memory.
[[nodiscard]] inline Column<std::uint32_t>& row_list(std::size_t rows) {
    thread_local Column<std::uint32_t> list;
    if (list.size() < rows) list.resize(rows);
    return list;
}
/// How far ahead counts are asked for where a row takes so little that `rows_ahead` are done before theirs have come.
inline constexpr std::size_t far_ahead = 40;

}  // namespace spires
