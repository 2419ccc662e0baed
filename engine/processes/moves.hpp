#pragma once
// Private households that move home within the city.

#include "inputs/demography.hpp"
#include "population/row_lanes.hpp"
#include "processes/destinations.hpp"
#include "processes/process.hpp"

namespace spires {

class Asked;

/// A household moves with a chance by tenure and age of its reference person; the tenure of the new home is
/// drawn from those that move at that age. A mortgage is paid off as owners grow older.
class Moves final : public Process {
public:
    Moves(const MoveRates& rates, const Destinations& destinations);
    void advance(Step& step) const override;

private:
    void move(Step& step, const Asked& movers) const;

    const MoveRates& rates_;
    const Destinations& destinations_;
    HighestChances highest_;  ///< of moving or paying off, whatever the tenure
};

}  // namespace spires
