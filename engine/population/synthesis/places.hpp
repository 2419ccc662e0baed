#pragma once
// Where the residents of each ward live: exact by ward, sex and age; nearest to the shape of each place.

#include "population/synthesis/draft.hpp"

namespace spires {

/// Fills `residents` of every plan: ward × sex × age exact, place × sex × band within about one person.
void settle_residents(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans);

/// Fills `households`: census households, scaled by each ward's growth of people since the census.
void settle_households(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans);

/// Takes the residents of communal establishments out of each ward's people (`living`).
void settle_communal(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans);

/// Fills `composition`: constituency totals as published, places by their people's ages.
void settle_compositions(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans);

/// Indices of the places of each ward.
[[nodiscard]] std::vector<std::vector<std::size_t>> places_by_ward(const Places& places);

/// Residents of each ward at the census, from its table of ethnic groups (mid-2022: from `residents`).
[[nodiscard]] std::vector<double> ward_growth(const CensusTables& census, const Places& places);

}  // namespace spires
