#pragma once
// Timing for the benchmark: the least of several rounds, because others use the machine too.

#include <algorithm>
#include <chrono>
#include <limits>

namespace spires::benchmark {

/// Seconds that `work` takes.
template <class Work>
[[nodiscard]] double seconds_of(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The least value `measure` gives in some rounds.
template <class Measure>
[[nodiscard]] double least_of(int rounds, Measure&& measure) {
    double least = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) least = std::min(least, measure());
    return least;
}

}  // namespace spires::benchmark
