// Adds rows of stocks. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_TALLIES_STOCK_ROW_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_TALLIES_STOCK_ROW_LANES_HPP
#undef SPIRES_TALLIES_STOCK_ROW_LANES_HPP
#else
#define SPIRES_TALLIES_STOCK_ROW_LANES_HPP
#endif

#include "core/lanes.hpp"
#include "tallies/stock_row.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// Adds one row, or two, to the counts of a key.
HWY_INLINE void add(std::int32_t* counts, const StockRow& more, const StockRow* yet_more = nullptr) {
    const hn::CappedTag<std::int32_t, std::tuple_size_v<StockRow>> d;
    for (std::size_t i = 0; i < more.size(); i += hn::Lanes(d)) {
        auto sum = hn::LoadU(d, counts + i) + hn::LoadU(d, more.data() + i);
        if (yet_more != nullptr) sum = sum + hn::LoadU(d, yet_more->data() + i);
        hn::StoreU(sum, d, counts + i);
    }
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
