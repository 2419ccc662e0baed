#pragma once
// Single people who come to live together as a couple.

#include "inputs/demography.hpp"
#include "population/row_lanes.hpp"
#include "processes/destinations.hpp"
#include "processes/encounter.hpp"

namespace spires {

/// Unpartnered people of private households look for a partner with a chance by sex and age, and find
/// one among those of the same block who look too: of the other sex mostly, of like age (he about two
/// years older, with a drawn scatter), no two with children of their own, none of the same household.
/// Who finds nobody stays single this year. The pair lives with the children of either, else in her
/// home, else in his, else (both live with parents or share) in one they found.
///
/// The baseline's pairs form in every world in which both still look and suit each other. Those whom the baseline
/// has paired with someone who does not, and those who do not look in the baseline, are matched among
/// themselves; whom the baseline leaves single stays single.
class Partnerships final : public Encounter {
public:
    Partnerships(const HouseholdRates& rates, const Destinations& destinations);
    void advance(BranchedBlock& branches, const Moment& now) const override;

private:
    const HouseholdRates& rates_;
    const Destinations& destinations_;
    HighestChances highest_;  ///< of looking
};

}  // namespace spires
