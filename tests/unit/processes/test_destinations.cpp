#include "core/maths.hpp"
#include "processes/destinations.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

using namespace spires;

TEST(Destinations, BringAsManyToEachZoneAsLeaveIt) {
    const auto tables = spires::testing::invented_tables(8000);
    const HouseholdProfile profile;
    const Destinations destinations(tables.places, tables.stock, profile, MoveDecay{2.5, 2.0});
    for (std::size_t tenure = 0; tenure < tenure_names.size(); ++tenure) {
        const auto& zone_of = destinations.zone_of();
        std::vector<double> movers(*std::ranges::max_element(zone_of) + 1U), come(movers.size());
        for (std::size_t p = 0; p < tables.places.size(); ++p) movers[zone_of[p]] += tables.stock[p][tenure];
        for (std::uint16_t p = 0; p < tables.places.size(); ++p)
            for (std::size_t to = 0; to < come.size(); ++to)
                come[to] += tables.stock[p][tenure] * destinations.chance_of_zone(p, static_cast<Tenure>(tenure), to);
        for (std::size_t zone = 0; zone < come.size(); ++zone) EXPECT_NEAR(come[zone] / movers[zone], 1.0, 1e-6);
    }
}

TEST(Destinations, PreferWhatIsNear) {
    const auto tables = spires::testing::invented_tables(8000);
    const HouseholdProfile profile;
    const Destinations destinations(tables.places, tables.stock, profile, MoveDecay{2.5, 2.0});
    const auto to = [&](std::size_t zone) { return destinations.chance_of_zone(0, Tenure::mortgage, zone); };
    EXPECT_GT(to(destinations.zone_of()[0]), to(destinations.zone_of().back()));
}

TEST(Destinations, PreferPlacesAsDeprivedAsTheirOwn) {
    auto tables = spires::testing::invented_tables(8000);
    const HouseholdProfile profile;
    for (std::size_t p = 0; p < tables.places.size(); ++p) tables.places.places[p].decile = static_cast<std::uint8_t>(p % 2 == 0 ? 0 : 9);
    const auto like = [&](double tenths) {
        const Destinations destinations(tables.places, tables.stock, profile, MoveDecay{2.5, tenths});
        double chance = 0;
        for (std::size_t p = 0; p < tables.places.size(); p += 2) {
            bool first_of_zone = true;
            for (std::size_t q = 0; q < p; ++q) first_of_zone = first_of_zone && destinations.zone_of()[q] != destinations.zone_of()[p];
            if (first_of_zone) chance += destinations.chance_of_zone(0, Tenure::mortgage, destinations.zone_of()[p]);
        }
        return chance;
    };
    EXPECT_GT(like(2.0), 0.9);
    EXPECT_NEAR(like(1e9), 0.5, 0.15);
}
