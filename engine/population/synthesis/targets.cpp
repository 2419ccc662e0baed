#include "population/synthesis/targets.hpp"

namespace spires {

std::vector<std::vector<double>> rescaled(const PlaceMargin& margin, const Places& places, std::span<const double> ward_totals) {
    std::vector<double> before(ward_totals.size(), 0.0);
    for (std::size_t place = 0; place < places.size(); ++place) before[places.places[place].ward] += margin.total(place);
    auto targets = margin.counts;
    for (std::size_t place = 0; place < places.size(); ++place)
        for (auto& cell : targets[place]) cell *= ward_totals[places.places[place].ward] / before[places.places[place].ward];
    return targets;
}

Targets make_targets(const CensusTables& census, const Places& places, const std::vector<PlacePlan>& plans) {
    Targets targets;
    targets.ward_people.assign(places.wards.size(), 0.0);
    targets.ward_households.assign(places.wards.size(), 0.0);
    for (std::size_t place = 0; place < places.size(); ++place) {
        targets.ward_people[places.places[place].ward] += count(plans[place].residents, 0, oldest_age);
        targets.ward_households[places.places[place].ward] += plans[place].households;
    }
    targets.ethnic_group = rescaled(census.ethnic_group, places, targets.ward_people);
    targets.disability = rescaled(census.disability, places, targets.ward_people);
    targets.tenure = rescaled(census.tenure, places, targets.ward_households);
    targets.accommodation = rescaled(census.accommodation, places, targets.ward_households);
    targets.occupancy = rescaled(census.occupancy, places, targets.ward_households);
    targets.household_deprivation = rescaled(census.household_deprivation, places, targets.ward_households);
    return targets;
}

}  // namespace spires
