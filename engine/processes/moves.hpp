#pragma once
// Private households that move home within the city.

#include "inputs/demography.hpp"
#include "processes/destinations.hpp"
#include "processes/process.hpp"

namespace spires {

/// A household moves with a chance by tenure and age of its reference person, and keeps its tenure.
class Moves final : public Process {
public:
    Moves(const MoveRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {}
    void advance(Step& step) const override;

private:
    const MoveRates& rates_;
    const Destinations& destinations_;
};

}  // namespace spires
