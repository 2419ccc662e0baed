#include "population/synthesis/places.hpp"

#include "population/synthesis/rounding.hpp"

#include <numeric>

namespace spires {

namespace {

/// Whole people of each place in one band: adds up to the ward; `carry` keeps a place's total over bands near its shape.
std::vector<int> settle_band(const CensusTables& census, const std::vector<std::size_t>& here, std::size_t sex, std::size_t band, int persons,
                             std::vector<double>& carry) {
    std::vector<double> shape;
    for (const auto place : here) shape.push_back(census.place_residents[place][sex][band]);
    return round_with_carry(scaled_to(shape, persons), persons, carry);
}

/// Splits the band's people of each place over single ages, every place with the ward's mix: rows ages, columns places.
void settle_ages(const std::vector<int>& persons, const std::array<int, ages>& ward, const std::vector<std::size_t>& here, std::size_t sex,
                 std::size_t band, std::vector<PlacePlan>& plans) {
    const std::size_t first = band * 5, last = band + 1 == five_year_bands ? ages : first + 5;
    const std::vector<int> rows(ward.begin() + static_cast<std::ptrdiff_t>(first), ward.begin() + static_cast<std::ptrdiff_t>(last));
    const double total = std::accumulate(rows.begin(), rows.end(), 0.0);
    Matrix matrix(rows.size(), here.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t i = 0; i < here.size(); ++i) matrix.at(row, i) = total > 0 ? rows[row] * persons[i] / total : 0.0;
    const auto whole = round_matrix(matrix, rows);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t i = 0; i < here.size(); ++i) plans[here[i]].residents[sex][first + row] = whole[row][i];
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
        std::vector<double> carry(here.size(), 0.0);
        for (std::size_t band = 0; band < five_year_bands; ++band)
            for (std::size_t sex = 0; sex < sexes; ++sex) {
                const auto& ward_ages = census.residents[ward][sex];
                const std::size_t first = band * 5, last = band + 1 == five_year_bands ? ages : first + 5;
                int persons = 0;
                for (std::size_t age = first; age < last; ++age) persons += ward_ages[age];
                settle_ages(settle_band(census, here, sex, band, persons, carry), ward_ages, here, sex, band, plans);
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
