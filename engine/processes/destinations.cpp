#include "processes/destinations.hpp"

#include "core/maths.hpp"
#include "population/households.hpp"

#include <cmath>
#include <numeric>

namespace spires {

namespace {

using Matrix = std::vector<std::vector<double>>;

Matrix closeness_of_wards(const Places& places, double decay_kilometres) {
    Matrix closeness(places.wards.size(), std::vector<double>(places.wards.size()));
    for (std::size_t i = 0; i < places.wards.size(); ++i)
        for (std::size_t j = 0; j < places.wards.size(); ++j) {
            const double east = (places.wards[i].easting - places.wards[j].easting) / 1000.0;
            const double north = (places.wards[i].northing - places.wards[j].northing) / 1000.0;
            closeness[i][j] = exponential(-std::sqrt(east * east + north * north) / decay_kilometres);
        }
    return closeness;
}

/// u with Σj u(i) u(j) closeness(i, j) = movers(i), by damped iteration.
std::vector<double> balance(const Matrix& closeness, const std::vector<double>& movers) {
    std::vector<double> u(movers.size());
    for (std::size_t i = 0; i < u.size(); ++i) u[i] = std::sqrt(movers[i]);
    for (int round = 0; round < 500; ++round) {
        const std::vector<double> before = u;
        for (std::size_t i = 0; i < u.size(); ++i) {
            const double reached = std::inner_product(before.begin(), before.end(), closeness[i].begin(), 0.0);
            u[i] = reached > 0 ? std::sqrt(before[i] * movers[i] / reached) : 0.0;
        }
    }
    return u;
}

/// The stock of one tenure by place; every home where nobody of that tenure moves, so that a choice remains.
std::vector<double> movers_of_tenure(const TenureStock& movers, std::size_t tenure) {
    std::vector<double> one, all;
    for (const auto& by_tenure : movers) {
        one.push_back(by_tenure[tenure]);
        all.push_back(std::accumulate(by_tenure.begin(), by_tenure.end(), 0.0) + 1e-6);
    }
    return std::accumulate(one.begin(), one.end(), 0.0) > 0 ? one : all;
}

}  // namespace

Destinations::Destinations(const Places& places, const TenureStock& movers, const HouseholdProfile& profile, double decay_kilometres)
    : profile_(profile) {
    for (const auto& place : places.places) ward_of_.push_back(place.ward);
    const Matrix closeness = closeness_of_wards(places, decay_kilometres);
    for (std::size_t tenure = 0; tenure < wards_.size(); ++tenure) {
        const std::vector<double> by_place = movers_of_tenure(movers, tenure);
        std::vector<double> by_ward(places.wards.size(), 0.0);
        for (std::size_t p = 0; p < by_place.size(); ++p) by_ward[ward_of_[p]] += by_place[p];
        const std::vector<double> u = balance(closeness, by_ward);
        for (std::size_t i = 0; i < by_ward.size(); ++i) {
            std::vector<double> flow(by_ward.size()), within(by_place.size(), 0.0);
            for (std::size_t j = 0; j < flow.size(); ++j) flow[j] = u[j] * closeness[i][j];
            for (std::size_t p = 0; p < by_place.size(); ++p)
                if (ward_of_[p] == i) within[p] = by_ward[i] > 0 ? by_place[p] : 1.0;
            wards_[tenure].emplace_back(flow);
            places_of_[tenure].emplace_back(within);
        }
    }
}

TenureStock expected_movers(const Population& base, const Places& places, const MoveRates& rates, int base_year) {
    TenureStock movers(places.size());
    for (const auto& block : base.blocks) {
        const auto homes = compose_households(block, base_year);
        for (std::size_t slot = 0; slot < homes.size(); ++slot) {
            if (block.households.kind[slot] != HouseholdKind::private_household || homes[slot].reference == nobody) continue;
            const auto tenure = static_cast<std::size_t>(block.households.tenure[slot]);
            movers[block.households.place[slot]][tenure] += rates.rate[tenure][age_row(block.people.age(homes[slot].reference, base_year))];
        }
    }
    return movers;
}

}  // namespace spires
