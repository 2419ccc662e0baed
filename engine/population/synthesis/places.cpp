#include "population/synthesis/places.hpp"

#include "population/synthesis/rounding.hpp"

#include <numeric>

namespace spires {

namespace {

/// The part of a place's band that falls to one age, when every place has the ward's mix of ages in the band.
std::vector<double> wanted_by_place(const CensusTables& census, const std::vector<std::size_t>& here, std::size_t sex, int age, int persons) {
    std::vector<double> shape;
    for (const auto place : here) shape.push_back(census.place_residents[place][sex][five_year_band(age)]);
    return scaled_to(shape, persons);
}

/// Census households of a place: the four tables differ by a few, as the census perturbs its cells.
double census_households(const CensusTables& census, std::size_t place) {
    return (census.tenure.total(place) + census.accommodation.total(place) + census.occupancy.total(place) +
            census.household_deprivation.total(place)) / 4.0;
}

}  // namespace

std::vector<std::vector<std::size_t>> places_by_ward(const Places& places) {
    std::vector<std::vector<std::size_t>> by_ward(places.wards.size());
    for (std::size_t place = 0; place < places.size(); ++place) by_ward[places.places[place].ward].push_back(place);
    return by_ward;
}

std::vector<double> ward_growth(const CensusTables& census, const Places& places) {
    std::vector<double> growth(places.wards.size(), 0.0), before(places.wards.size(), 0.0);
    for (std::size_t place = 0; place < places.size(); ++place)
        before[places.places[place].ward] += census.ethnic_group.total(place);
    for (std::size_t ward = 0; ward < growth.size(); ++ward) {
        int now = 0;
        for (const auto& of_sex : census.residents[ward]) now = std::accumulate(of_sex.begin(), of_sex.end(), now);
        growth[ward] = before[ward] > 0 ? now / before[ward] : 1.0;
    }
    return growth;
}

void settle_residents(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans) {
    const auto by_ward = places_by_ward(places);
    for (std::size_t ward = 0; ward < by_ward.size(); ++ward) {
        const auto& here = by_ward[ward];
        // One carry for both sexes and all ages: a place's own total stays within a person of its shape.
        std::vector<double> carry(here.size(), 0.0);
        for (int age = 0; age <= oldest_age; ++age)
            for (std::size_t sex = 0; sex < sexes; ++sex) {
                const int persons = census.residents[ward][sex][age_row(age)];
                const auto settled = round_with_carry(wanted_by_place(census, here, sex, age, persons), persons, carry);
                for (std::size_t i = 0; i < here.size(); ++i) plans[here[i]].residents[sex][age_row(age)] = settled[i];
            }
    }
}

void settle_households(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans) {
    const auto by_ward = places_by_ward(places);
    const auto growth = ward_growth(census, places);
    for (std::size_t ward = 0; ward < by_ward.size(); ++ward) {
        std::vector<double> households;
        for (const auto place : by_ward[ward]) households.push_back(growth[ward] * census_households(census, place));
        const double total = std::accumulate(households.begin(), households.end(), 0.0);
        const auto whole = round_to_total(households, static_cast<int>(total + 0.5));
        for (std::size_t i = 0; i < whole.size(); ++i) plans[by_ward[ward][i]].households = whole[i];
    }
}

}  // namespace spires
