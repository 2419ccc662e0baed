#include "processes/destinations.hpp"

#include "core/maths.hpp"
#include "population/households.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spires {

namespace {

using Matrix = std::vector<std::vector<double>>;

struct Zone {
    std::uint16_t ward = 0;
    std::uint8_t decile = 0;
    bool operator==(const Zone&) const = default;
};

Matrix closeness_of(const std::vector<Zone>& zones, const Places& places, MoveDecay decay) {
    Matrix closeness(zones.size(), std::vector<double>(zones.size()));
    for (std::size_t i = 0; i < zones.size(); ++i)
        for (std::size_t j = 0; j < zones.size(); ++j) {
            const auto &from = places.wards[zones[i].ward], &to = places.wards[zones[j].ward];
            const double east = (from.easting - to.easting) / 1000.0, north = (from.northing - to.northing) / 1000.0;
            const double tenths = zones[i].decile < zones[j].decile ? zones[j].decile - zones[i].decile : zones[i].decile - zones[j].decile;
            closeness[i][j] = exponential(-std::sqrt(east * east + north * north) / decay.kilometres - tenths / decay.tenths);
        }
    return closeness;
}

/// u with Σj u(i) u(j) closeness(i, j) = movers(i), by damped iteration.
std::vector<double> balance(const Matrix& closeness, const std::vector<double>& movers) {
    std::vector<double> u(movers.size()), before, reached;
    for (std::size_t i = 0; i < u.size(); ++i) u[i] = std::sqrt(movers[i]);
    for (int round = 0; round < 500 && u != before; ++round) {
        before = u;
        reached.assign(u.size(), 0.0);
        for (std::size_t j = 0; j < u.size(); ++j)  // closeness is the same both ways: along its rows, no sum waits for itself
            for (std::size_t i = 0; i < u.size(); ++i) reached[i] += before[j] * closeness[j][i];
        for (std::size_t i = 0; i < u.size(); ++i) u[i] = reached[i] > 0 ? std::sqrt(before[i] * movers[i] / reached[i]) : 0.0;
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

/// Adds for each area a choice of its places by their movers; by chance alone where nobody of the tenure moves.
void add_choices_within(const std::vector<std::uint16_t>& area_of, std::size_t areas, const std::vector<double>& by_place, ManyChoices& choices) {
    std::vector<std::vector<double>> within(areas, std::vector<double>(by_place.size(), 0.0));
    std::vector<double> movers(areas, 0.0);
    for (std::size_t p = 0; p < by_place.size(); ++p) movers[area_of[p]] += by_place[p];
    for (std::size_t p = 0; p < by_place.size(); ++p) within[area_of[p]][p] = movers[area_of[p]] > 0 ? by_place[p] : 1.0;
    for (const auto& weights : within) choices.add(weights);
}

}  // namespace

Destinations::Destinations(const Places& places, const TenureStock& movers, const HouseholdProfile& profile, MoveDecay decay)
    : profile_(profile) {
    std::vector<Zone> zones;
    std::vector<std::uint16_t> ward_of;
    for (const auto& place : places.places) {
        const Zone zone{place.ward, place.decile};
        const auto found = std::ranges::find(zones, zone);
        zone_of_.push_back(static_cast<std::uint16_t>(found - zones.begin()));
        if (found == zones.end()) zones.push_back(zone);
        ward_of.push_back(place.ward);
    }
    const Matrix closeness = closeness_of(zones, places, decay);
    zone_count_ = zones.size();
    ward_count_ = places.wards.size();
    for (std::size_t tenure = 0; tenure < tenure_names.size(); ++tenure) {
        const std::vector<double> by_place = movers_of_tenure(movers, tenure);
        std::vector<double> by_zone(zones.size(), 0.0);
        for (std::size_t p = 0; p < by_place.size(); ++p) by_zone[zone_of_[p]] += by_place[p];
        const std::vector<double> u = balance(closeness, by_zone);
        for (std::size_t i = 0; i < zones.size(); ++i) {
            std::vector<double> flow(zones.size());
            for (std::size_t j = 0; j < flow.size(); ++j) flow[j] = u[j] * closeness[i][j];
            zones_.add(flow);
        }
        add_choices_within(zone_of_, zones.size(), by_place, places_of_zone_);
        add_choices_within(ward_of, places.wards.size(), by_place, places_of_ward_);
    }
}

/// Each pass asks for what the next one reads: one by one, a home would wait four times for memory.
void Destinations::find_places(std::span<HomeSought> homes) const noexcept {
    for (const auto& home : homes) zones_.prepare(zones_from(home.place, home.tenure));
    for (auto& home : homes) home.at = zones_.begin(zones_from(home.place, home.tenure), home.zone_word);
    for (auto& home : homes) {
        home.at = static_cast<std::uint32_t>(places_of(zones_.search(home.at, home.zone_word), home.tenure));
        places_of_zone_.prepare(home.at);
    }
    for (auto& home : homes) home.at = places_of_zone_.begin(home.at, home.place_word);
    for (auto& home : homes) home.place = static_cast<std::uint16_t>(places_of_zone_.search(home.at, home.place_word));
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
