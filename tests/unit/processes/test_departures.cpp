#include "population/households.hpp"
#include "processes/departures.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

using namespace spires;
using spires::testing::SmallCity;

TEST(BalanceArrivals, AreNetPlusDepartures) {
    MigrationTable migration;
    migration.net[0][19] = 40;
    AgeCounts departures{}, carried{};
    departures[0][19] = 7;
    EXPECT_EQ(balance_arrivals(migration, departures, carried)[0][19], 47);
    EXPECT_EQ(carried[0][19], 0);
}

TEST(BalanceArrivals, CarryFractionsSoThatTheSumIsExact) {
    MigrationTable migration;
    migration.net[1][30] = 0.3;
    AgeCounts carried{};
    std::int64_t came = 0;
    for (int year = 0; year < 100; ++year) came += balance_arrivals(migration, {}, carried)[1][30];
    EXPECT_EQ(came, 30);
}

TEST(BalanceArrivals, CarryWhatTooFewLeaversOwe) {
    MigrationTable migration;
    migration.net[0][22] = -10;
    AgeCounts few{}, many{}, carried{};
    few[0][22] = 4;
    many[0][22] = 20;
    EXPECT_EQ(balance_arrivals(migration, few, carried)[0][22], 0);
    EXPECT_EQ(balance_arrivals(migration, many, carried)[0][22], 4);  // -10 + 4 - 10 + 20
}

TEST(Departures, MeetTheTablesOutflowFromSixteenOn) {
    double left = 0, expected = 0;
    for (std::uint32_t replicate = 0; replicate < 8; ++replicate) {
        SmallCity city(8000, 1, {7, replicate});
        city.advance();
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 16; age < ages; ++age) {
                left += static_cast<double>(city.departures[sex][age]);
                expected += city.tables.migration.outflow[sex][age];
            }
    }
    EXPECT_NEAR(left / expected, 1.0, 0.04);
}

TEST(Departures, PartnersAndDependantsGoWithTheirReferencePerson) {
    SmallCity city(8000, 1);
    const Departures departures(city.tables.places, calibrate_departures(city.population, city.tables.places, city.tables.migration,
                                                                         city.tables.wards, city.tables.households.shares.emigrate_from_parents_ratio, spires::testing::base_year));
    const LeverOverlay none;
    TallySheet sheet({}, city.tables.places.cells.size());
    AgeCounts left{};
    auto& block = city.population.blocks[0];
    Step step{block, 0, 1, city.year, city.year, city.key, city.city, none, sheet, left};
    const std::vector<Composition> before = [&] { const auto homes = compose_households(block, city.year); return std::vector(homes.begin(), homes.end()); }();
    departures.advance(step);
    int families = 0;
    for (std::size_t row = 0; row < block.people.size(); ++row) {
        const auto& home = before[block.people.household[row]];
        const bool follows = block.people.role[row] == Role::partner || is_dependant(block.people.age(row, city.year), block.people.role[row]);
        if (!follows || home.reference == nobody) continue;
        EXPECT_EQ(block.people.presence[row], block.people.presence[home.reference]);
        families += (block.people.presence[row] & leaving) != 0;
    }
    EXPECT_GT(families, 20);
}
