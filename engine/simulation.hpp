#pragma once
// The loop: all worlds of a replicate, the baseline and its scenarios, through the years together.

#include "indicators/area_tallies.hpp"
#include "interventions/drawn.hpp"
#include "population/branches.hpp"
#include "processes/pipeline.hpp"
#include "scenario/assumptions.hpp"

#include <functional>
#include <vector>

namespace spires {

/// One year's counts of a world; called in the order of years, for each world in turn.
using YearObserver = std::function<void(std::size_t world, int year, const TallySheet& counts)>;

/// How worlds are simulated. Both give the same counts, bit for bit.
enum class Sharing : std::uint8_t {
    forked,  ///< people whom no scenario has touched once for all worlds
    apart,   ///< every world on its own: what `forked` is held to
};

/// What the worlds of a replicate have in common.
struct Replicate {
    const Foundations& foundations;
    const Pipeline& pipeline;
    const std::vector<std::vector<DrawnIntervention>>& programmes;  ///< by world; none in the baseline, world 0
    RandomKey key;
    int last_year = 0;
    Sharing sharing = Sharing::forked;
    std::size_t one_block_in = 1;  ///< more than one: a trial of time, in which every n-th block lives alone
    std::vector<Assumptions> assumptions{};  ///< by world, or none at all
};

/// People at mid-year, summed over the years simulated.
struct PersonYears {
    std::vector<std::uint64_t> lived;  ///< by world
    std::vector<std::uint64_t> alone;  ///< by world: in branches of that world alone
};

/// Runs all worlds from the base year to the last. Blocks run in parallel; a step meets once, where integer
/// sums over all blocks fix what the city decides, so any number of threads gives the same counts.
PersonYears simulate(const Replicate& replicate, const YearObserver& observe);

}  // namespace spires
