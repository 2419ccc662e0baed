#pragma once
// Who of a place lives how: child, couple, lone parent, alone, sharing.

#include "population/synthesis/draft.hpp"
#include "population/synthesis/luck.hpp"

namespace spires {

/// How many people and family units a place's households need.
struct ArrangementPlan {
    int couples = 0;          ///< of any sex; as many men as women
    int lone_parents = 0;
    int alone = 0;            ///< one-person households
    int extended = 0;         ///< families that share with another adult: composition `other`
    int extended_with_children = 0;
    int adult_children = 0, sharers = 0;
    std::array<int, 2> same_sex_couples{};  ///< female, male
};

/// Balances the place's adults over the households it has to fill.
[[nodiscard]] ArrangementPlan plan_arrangements(const CensusTables& census, const PlacePlan& plan);

/// Draws each private person's arrangement: shares by sex and age, raked to the plan's counts.
void draw_arrangements(PlaceDraft& draft, const CensusTables& census, const PlacePlan& plan, const ArrangementPlan& arrangement, Luck& luck);

}  // namespace spires
