// Care homes fill as people grow older, as far as the base had them full.

#include "processes/care_homes.hpp"

#include "interventions/overlay.hpp"
#include "population/households.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires::testing {
namespace {

constexpr int base_year = 2022;

/// Share of people in care at 67, 72, 77, 82, 87 … : none, then 2, 4, 8 … in a hundred.
double share_at(int band) { return band < 14 ? 0.0 : 0.02 * std::pow(2.0, band - 14); }

/// People of all ages from 60 to 94, alone or in the care home of place 1.
Population base(std::size_t of_each_age) {
    Population population;
    auto& block = population.blocks.emplace_back();
    const auto care = open_household(block.households, 0, HouseholdKind::care_home, 1, Tenure::rent_free);
    for (int age = 60; age < 95; ++age)
        for (std::size_t k = 0; k < of_each_age; ++k) {
            const std::size_t row = block.people.append();
            block.people.id[row] = base_id(row);
            block.people.birth_year[row] = static_cast<std::int16_t>(base_year - age);
            block.people.sex[row] = static_cast<Sex>(k % 2);
            if (static_cast<double>(k) < share_at(age / 5) * static_cast<double>(of_each_age)) join_household(block, row, care, Role::resident);
            else join_household(block, row, open_household(block.households, row + 1, HouseholdKind::private_household, 0, Tenure::social_rent), Role::reference);
        }
    return population;
}

double share_in_care(const Population& population, int age, int year) {
    const auto& people = population.blocks[0].people;
    double all = 0, in_care = 0;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.age(row, year) != age) continue;
        all += 1;
        in_care += people.role[row] == Role::resident;
    }
    return in_care / all;
}

TEST(CareHomes, keep_the_share_of_residents_at_each_age) {
    Population population = base(4000);
    const auto entries = CareHomeEntries::solve(population, 2, base_year);
    const double before[]{share_in_care(population, 77, base_year), share_in_care(population, 82, base_year), share_in_care(population, 87, base_year)};
    const CareHomes care(entries);
    TallySheet sheet({}, 1);
    AgeCounts departures{};
    const CityYear city;
    const LeverOverlay nothing;
    const RandomKey key{1, 0};
    for (int year = base_year; year < base_year + 10; ++year) {
        Step step{population.blocks[0], 0, 1, year, base_year, key, city, nothing, sheet, departures};
        care.advance(step);
    }
    const int ages_of[]{77, 82, 87};
    for (std::size_t k = 0; k < 3; ++k)
        EXPECT_NEAR(share_in_care(population, ages_of[k], base_year + 10), before[k], 5 * std::sqrt(before[k] / 4000)) << ages_of[k];
    const auto& block = population.blocks[0];
    for (std::size_t row = 0; row < block.people.size(); ++row)
        EXPECT_EQ(block.people.role[row] == Role::resident, block.people.household[row] == 0U) << "one home for each place and block";
}

TEST(CareHomes, that_are_not_there_take_nobody_in) {
    Population population = base(4);
    auto& block = population.blocks[0];
    for (std::size_t row = 0; row < block.people.size(); ++row)
        if (block.people.role[row] == Role::resident) block.people.role[row] = Role::other, block.people.household[row] = 1;
    const auto entries = CareHomeEntries::solve(population, 2, base_year);
    EXPECT_TRUE(entries.places.empty());
    for (const auto& by_age : entries.chance)
        for (const double chance : by_age) EXPECT_EQ(chance, 0.0);
}

}  // namespace
}  // namespace spires::testing
