#include "processes/births.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

using namespace spires;
using spires::testing::SmallCity;

TEST(FertilityNormaliser, KeepsTheRateOfEachAge) {
    const SmallCity city(8000, 2);
    const FertilityRatios ratios;
    const auto normaliser = normalise_fertility(city.population, ratios, city.year);
    for (int age = 16; age < 45; ++age) {
        EXPECT_GE(normaliser.mean[age_row(age)], ratios.student);
        EXPECT_LE(normaliser.mean[age_row(age)], ratios.partnered);
    }
    EXPECT_GT(normaliser.mean[35], normaliser.mean[19]);
}

TEST(Births, AreTheRatesWomen) {
    double born = 0, expected = 0;
    for (std::uint32_t replicate = 0; replicate < 12; ++replicate) {
        SmallCity city(8000, 1, {11, replicate});
        city.migration = false;
        for (const auto& block : city.population.blocks)
            for (std::size_t row = 0; row < block.people.size(); ++row)
                if (block.people.sex[row] == Sex::female) expected += city.tables.fertility.at(block.people.age(row, city.year), city.year);
        city.advance();
        born += static_cast<double>(city.flow(Count::births));
    }
    EXPECT_NEAR(born / expected, 1.0, 0.08);
}

TEST(Births, FallWithTheTrend) {
    const auto tables = spires::testing::invented_tables(8000);
    EXPECT_DOUBLE_EQ(tables.fertility.at(30, 2023), 0.98 * tables.fertility.at(30, 2022));
    EXPECT_DOUBLE_EQ(tables.fertility.at(30, 2060), 0.97 * tables.fertility.at(30, 2022));
}

TEST(Births, GiveTheNewbornItsMothersHomeAndGroup) {
    SmallCity city(6000, 1);
    city.migration = false;
    city.advance();
    const auto& people = city.population.blocks[0].people;
    int newborns = 0;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.age(row, city.year) != 0) continue;
        const std::uint64_t mother = people.id[row] & ((1ULL << 40U) - 1);
        for (std::size_t other = 0; other < people.size(); ++other)
            if (people.id[other] == mother) {
                EXPECT_EQ(people.ethnic_group[row], people.ethnic_group[other]);
                ++newborns;
            }
    }
    EXPECT_GT(newborns, 10);
}
