#pragma once
// Sums over the base population that give the same bits for any number of threads:
// each block adds up its own people in order, then the blocks are added in order.

#include "population/population.hpp"

#include <tbb/parallel_for.h>

#include <vector>

namespace spires {

/// `add(block, sums)` adds one block's people to `width` sums.
template <class Add>
[[nodiscard]] std::vector<double> sum_over_blocks(const Population& population, std::size_t width, Add add) {
    std::vector<std::vector<double>> partial(population.blocks.size());
    tbb::parallel_for(std::size_t{0}, partial.size(), [&](std::size_t b) {
        partial[b].assign(width, 0.0);
        add(population.blocks[b], partial[b]);
    });
    std::vector<double> total(width, 0.0);
    for (const auto& sums : partial)
        for (std::size_t i = 0; i < width; ++i) total[i] += sums[i];
    return total;
}

}  // namespace spires
