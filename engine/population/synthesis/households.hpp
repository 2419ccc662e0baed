#pragma once
// Households of a place, from its people's arrangements.

#include "population/synthesis/families.hpp"

namespace spires {

/// Draws the people of a place and puts everyone into a private household or a communal establishment.
[[nodiscard]] PlaceDraft form_households(std::size_t place, const PlacePlan& plan, const CensusTables& census, Luck& luck);

/// Households of people who share without being a family, and people who join families. `waiting` holds
/// children without parents, who join a household with an adult.
void form_shared(PlaceDraft& draft, const CensusTables& census, std::vector<FamilyUnit>& units, const std::vector<std::uint32_t>& waiting,
                 int households, const ArrangementPlan& plan, Luck& luck);

/// Communal establishments of about the usual number of residents of their kind.
void form_establishments(PlaceDraft& draft, const PlacePlan& plan, Luck& luck);

}  // namespace spires
