#include "core/maths.hpp"
#include "processes/destinations.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

#include <numeric>

using namespace spires;

TEST(Destinations, BringAsManyToEachWardAsLeaveIt) {
    const auto tables = spires::testing::invented_tables(8000);
    const HouseholdProfile profile;
    const Destinations destinations(tables.places, tables.stock, profile, tables.households.shares.move_distance_decay);
    for (std::size_t tenure = 0; tenure < tenure_names.size(); ++tenure) {
        std::vector<double> movers(tables.places.wards.size()), come(movers.size());
        for (std::size_t p = 0; p < tables.places.size(); ++p) movers[tables.places.places[p].ward] += tables.stock[p][tenure];
        for (std::uint16_t p = 0; p < tables.places.size(); ++p)
            for (std::size_t to = 0; to < come.size(); ++to)
                come[to] += tables.stock[p][tenure] * destinations.ward(p, static_cast<Tenure>(tenure)).chance(to);
        for (std::size_t ward = 0; ward < come.size(); ++ward) EXPECT_NEAR(come[ward] / movers[ward], 1.0, 1e-6);
    }
}

TEST(Destinations, PreferWhatIsNear) {
    const auto tables = spires::testing::invented_tables(8000);
    const HouseholdProfile profile;
    const Destinations destinations(tables.places, tables.stock, profile, tables.households.shares.move_distance_decay);
    const auto& from_first = destinations.ward(0, Tenure::mortgage);
    EXPECT_GT(from_first.chance(0), from_first.chance(2));
    EXPECT_GT(from_first.chance(2), from_first.chance(5));
}
