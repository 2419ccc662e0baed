#pragma once
// The loop: one world (a scenario in a replicate) through the years.

#include "indicators/area_tallies.hpp"
#include "interventions/programmes.hpp"
#include "processes/pipeline.hpp"

#include <functional>
#include <vector>

namespace spires {

/// What the city decided in each year of a replicate: written by the baseline, replayed by scenarios.
/// The engine never asks which it is: what is not written yet is decided.
struct CityBook {
    std::vector<CityYear> years;
    AgeCounts carried{};  ///< net migration not yet met, fixed point
};

/// Takes one year's counts of a world.
using YearObserver = std::function<void(int year, const TallySheet& counts)>;

/// Runs one world from `first_year` to `last_year`, both simulated. Blocks run in parallel; a step meets
/// once, where integer sums over all blocks fix what the city decides, so any number of threads gives
/// the same counts.
void simulate(const Foundations& foundations, const Pipeline& pipeline, Programmes& programmes, CityBook& book, const RandomKey& key,
              int last_year, const YearObserver& observe);

}  // namespace spires
