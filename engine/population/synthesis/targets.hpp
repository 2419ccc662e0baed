#pragma once
// What each published margin asks for at mid-2022.

#include "population/synthesis/draft.hpp"

#include <span>

namespace spires {

/// Census counts of a margin by place, rescaled so that each ward adds up to its total: [place][category].
[[nodiscard]] std::vector<std::vector<double>> rescaled(const PlaceMargin& margin, const Places& places, std::span<const double> ward_totals);

/// Every place margin at mid-2022: people to the ward's residents, households to its private households.
struct Targets {
    std::vector<std::vector<double>> ethnic_group, disability, tenure, accommodation, occupancy, household_deprivation;
    std::vector<double> ward_people, ward_households;
};

[[nodiscard]] Targets make_targets(const CensusTables& census, const Places& places, const std::vector<PlacePlan>& plans);

}  // namespace spires
