#pragma once
// A life process: immutable once built; reads and writes the columns of one block for one step.

#include "core/random.hpp"
#include "population/population.hpp"
#include "tallies/tallies.hpp"

#include <memory>
#include <numeric>
#include <span>
#include <vector>

namespace spires {

class LeverOverlay;

/// What the whole city has decided for one year; fixed in the baseline and replayed by scenarios.
struct CityYear {
    AgeCounts arrivals{};  ///< people arriving in the step, by sex and age at its start
};

/// One block in one year: what `advance` may touch.
struct Step {
    Block& block;
    std::size_t block_index = 0;
    std::size_t blocks = 1;
    int year = 0;
    int base_year = 0;
    const RandomKey& key;
    const CityYear& city;
    const LeverOverlay& levers;   ///< what programmes move for the block's people this year
    TallySheet& tallies;          ///< the worker's own
    AgeCounts& departures;        ///< the worker's own: who leaves the city in the step
    std::vector<std::uint32_t> order{};  ///< rows as LiningUp puts them

    /// Every row once, in an order in which neighbours share tables; as they stand when nobody lined them up.
    [[nodiscard]] std::span<const std::uint32_t> rows() {
        if (order.size() != block.people.size()) {
            order.resize(block.people.size());
            std::iota(order.begin(), order.end(), 0U);
        }
        return order;
    }
};

class Process {
public:
    Process() = default;
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    virtual ~Process() = default;
    virtual void advance(Step& step) const = 0;
};

using Processes = std::vector<std::unique_ptr<const Process>>;

/// How a person stands to the city in this step; bits of the `presence` column.
enum Presence : std::uint8_t {
    leaving = 1,   // leaves in the step: counts half, gone at its end
    arriving = 2,  // came in the step: counts half
    dead = 4,      // died in the step, gone at its end
    parted = 8,    // stands in other branches now (population/parting.hpp)
};

/// Share of the step a person is here for, death left aside: 1, ½ for leavers and arrivals.
[[nodiscard]] constexpr double time_share(std::uint8_t presence) noexcept {
    return (presence & (leaving | arriving)) != 0 ? 0.5 : 1.0;
}

}  // namespace spires
