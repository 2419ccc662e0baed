#pragma once
// `--precision`: as many replicates as an answer needs.

#include "results/replicate_store.hpp"
#include "results/results_file.hpp"

#include <functional>

namespace spires {

/// Rounds of 20, 40, 80 … replicates, and no more than the most.
inline constexpr std::size_t first_round = 20, most_replicates = 1280;

/// Half the 95 % interval of the mean change in healthy life expectancy at birth (city, both sexes, 2040 or
/// else the last year), years; the widest of all scenarios, or of the level where the baseline is alone.
[[nodiscard]] double half_width_of_mean(const ReplicateStore& store, const ReplicateDesign& design);

/// How many replicates were enough, and what they reached.
struct ReachedPrecision {
    ReplicateDesign design;
    double half_width;
};

/// Calls `play` with designs of 20, 40, 80 … replicates, each going on from the one before in `store`, until
/// the half-width is `wanted` or less, or the most are played. The file is that of `--replicates` with the
/// same number, since the first replicates of a larger run are those of a smaller one.
[[nodiscard]] ReachedPrecision play_to_precision(double wanted, const ReplicateStore& store, const std::function<void(const ReplicateDesign&)>& play);

}  // namespace spires
