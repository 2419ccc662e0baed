#pragma once
// Couples that part.

#include "inputs/demography.hpp"
#include "population/row_lanes.hpp"
#include "processes/destinations.hpp"
#include "processes/process.hpp"

namespace spires {

/// A couple parts at the woman's rate (of two men, the partner's). One of the two founds a household;
/// the other keeps the home and the children: the woman in nine of ten couples with children (lone
/// parents of the 2021 census), either one otherwise.
class Separations final : public Process {
public:
    Separations(const HouseholdRates& rates, const Destinations& destinations);
    void advance(Step& step) const override;

private:
    std::uint32_t part(Step& step, std::uint32_t woman_or_partner, std::uint32_t other, bool children) const;

    const HouseholdRates& rates_;
    const Destinations& destinations_;
    HighestChances highest_;
};

}  // namespace spires
