// What must hold of the yearly renewal of the population, whatever the numbers.

#include "population/households.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

using namespace spires;
using spires::testing::SmallCity;

namespace {

/// Everything a comparison of two cities should see.
std::vector<std::uint64_t> fingerprint(const Population& population) {
    std::vector<std::uint64_t> result;
    for (const auto& block : population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            result.push_back(block.people.id[row]);
            result.push_back(block.households.id[block.people.household[row]]);
            result.push_back(std::uint64_t{block.people.place[row]} << 16U | static_cast<std::uint64_t>(block.people.role[row]));
        }
    return result;
}

void expect_sound_households(const Block& block, int year) {
    const auto& people = block.people;
    std::vector<int> adults(block.households.size()), references(block.households.size()), partners(block.households.size()), members(block.households.size());
    for (std::size_t row = 0; row < people.size(); ++row) {
        const auto home = people.household[row];
        ASSERT_LT(home, block.households.size());
        EXPECT_EQ(people.place[row], block.households.place[home]);
        EXPECT_EQ(people.presence[row], 0);
        ++members[home];
        if (people.age(row, year) >= adult_age) ++adults[home];
        if (people.role[row] == Role::reference) {
            ++references[home];
            EXPECT_GE(people.age(row, year), adult_age);
        }
        if (people.role[row] == Role::partner) {
            ++partners[home];
            EXPECT_GE(people.age(row, year), adult_age);
        }
        EXPECT_EQ(people.role[row] == Role::resident, block.households.kind[home] != HouseholdKind::private_household);
    }
    for (std::size_t home = 0; home < members.size(); ++home) {
        EXPECT_GE(members[home], 1) << "an empty household";
        EXPECT_EQ(members[home], block.households.persons[home]);
        EXPECT_GE(adults[home], 1) << "children alone";
        if (block.households.kind[home] != HouseholdKind::private_household) continue;
        EXPECT_EQ(references[home], 1);
        EXPECT_LE(partners[home], 1);
    }
}

double students_aged(const SmallCity& city, int from, int to) {
    double people = 0;
    for (const auto& block : city.population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, city.year);
            people += age >= from && age <= to;
        }
    return people;
}

}  // namespace

TEST(Renewal, PopulationIsWhatCameLessWhatWent) {
    SmallCity city(8000, 3);
    for (int k = 0; k < 8; ++k) {
        std::vector<std::int64_t> before;
        for (const auto& block : city.population.blocks) before.push_back(static_cast<std::int64_t>(block.people.size()));
        city.advance();
        for (std::size_t b = 0; b < before.size(); ++b)
            EXPECT_EQ(static_cast<std::int64_t>(city.population.blocks[b].people.size()),
                      before[b] + city.flow(b, Count::births) - city.flow(b, Count::deaths) +
                          city.flow(b, Count::arrivals) - city.flow(b, Count::departures));
        EXPECT_GT(city.flow(Count::births), 20);
        EXPECT_GT(city.flow(Count::arrivals), 100);
    }
}

TEST(Renewal, HouseholdsStaySound) {
    SmallCity city(8000, 3);
    for (const auto& block : city.population.blocks) expect_sound_households(block, city.year);
    for (int k = 0; k < 20; ++k) {
        city.advance();
        for (const auto& block : city.population.blocks) expect_sound_households(block, city.year);
    }
}

TEST(Renewal, NoTwoPeopleOrHouseholdsEverShareAnId) {
    SmallCity city(6000, 2);
    std::set<std::uint64_t> born;
    std::size_t newborns = 0;
    for (int k = 0; k < 45; ++k) {
        city.advance();
        std::set<std::uint64_t> people, households;
        std::size_t count = 0, homes = 0;
        for (const auto& block : city.population.blocks) {
            people.insert(block.people.id.begin(), block.people.id.end());
            households.insert(block.households.id.begin(), block.households.id.end());
            count += block.people.size();
            homes += block.households.size();
            for (std::size_t row = 0; row < block.people.size(); ++row) {
                if (block.people.age(row, city.year) != 0 || (block.people.id[row] >> 40U) == 0) continue;
                born.insert(block.people.id[row]);
                ++newborns;
            }
        }
        ASSERT_EQ(people.size(), count);
        ASSERT_EQ(households.size(), homes);
        ASSERT_FALSE(people.contains(~0ULL));
    }
    EXPECT_EQ(born.size(), newborns);
    EXPECT_TRUE(std::ranges::any_of(born, [](std::uint64_t id) { return (id >> 47U) != 0; })) << "a second generation";
}

TEST(Renewal, NetMigrationIsTheTables) {
    SmallCity city(8000, 2);
    AgeCounts came{}, went{};
    for (int k = 0; k < 10; ++k) {
        city.advance();
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age) {
                came[sex][age] += city.city.arrivals[sex][age];
                went[sex][age] += city.departures[sex][age];
                const double net = static_cast<double>(came[sex][age] - went[sex][age]);
                // A shortfall of leavers can only be carried, never made up by arrivals below none.
                EXPECT_GE(net, city.tables.migration.net[sex][age] * (k + 1) - 0.5001);
                if (city.carried[sex][age] > -(std::int64_t{1} << 31)) {
                    EXPECT_NEAR(net, city.tables.migration.net[sex][age] * (k + 1), 0.5001);
                }
            }
    }
}

TEST(Renewal, OrderOfBlocksDoesNotMatter) {
    SmallCity forwards(6000, 4), backwards(6000, 4);
    for (int k = 0; k < 6; ++k) {
        forwards.advance();
        backwards.advance(true);
    }
    EXPECT_EQ(fingerprint(forwards.population), fingerprint(backwards.population));
    EXPECT_EQ(forwards.city.arrivals, backwards.city.arrivals);
}

TEST(Renewal, OneBlockDoesNotHearOfAnother) {
    SmallCity whole(6000, 2), changed(6000, 2);
    whole.migration = changed.migration = false;
    changed.population.blocks[1].people.presence[0] = dead;
    for (int k = 0; k < 3; ++k) {
        whole.advance();
        changed.advance();
    }
    EXPECT_EQ(whole.population.blocks[0].people.id, changed.population.blocks[0].people.id);
    EXPECT_EQ(whole.population.blocks[0].people.place, changed.population.blocks[0].people.place);
}

TEST(Renewal, ArrivalsAreTheSameWhoeverLivesHere) {
    SmallCity full(6000, 2), emptier(6000, 2);
    auto& people = emptier.population.blocks[0].people;
    for (std::size_t row = 0; row < people.size(); row += 2) people.presence[row] = dead;
    full.advance();
    emptier.advance(false, &full.city);
    const auto arrivals_of = [](const SmallCity& city) {
        std::set<std::array<std::uint64_t, 5>> arrivals;
        for (const auto& block : city.population.blocks)
            for (std::size_t row = 0; row < block.people.size(); ++row)
                if ((block.people.id[row] >> 39U) == 1)
                    arrivals.insert({block.people.id[row], static_cast<std::uint64_t>(block.people.birth_year[row]), block.people.place[row],
                                     static_cast<std::uint64_t>(block.people.role[row]), block.people.household[row] < block.households.size() ? 1U : 0U});
        return arrivals;
    };
    EXPECT_GT(arrivals_of(full).size(), 200U);
    EXPECT_EQ(arrivals_of(full), arrivals_of(emptier));
}

TEST(Renewal, StudentsStayStudentsInNumber) {
    SmallCity city(20000, 3);
    const double before = students_aged(city, 19, 21);
    for (int k = 0; k < 10; ++k) city.advance();
    EXPECT_NEAR(students_aged(city, 19, 21) / before, 1.0, 0.12);
}

TEST(Renewal, HallsHoldStudentsAndStayFull) {
    SmallCity city(20000, 3);
    const auto in_halls = [&] {
        double residents = 0;
        for (const auto& block : city.population.blocks)
            for (std::size_t row = 0; row < block.people.size(); ++row)
                if (block.people.role[row] == Role::resident) {
                    ++residents;
                    EXPECT_LT(block.people.age(row, city.year), 30);
                }
        return residents;
    };
    for (int k = 0; k < 3; ++k) city.advance();  // the invented base settles first
    const double before = in_halls();
    EXPECT_GT(before, 50);
    for (int k = 0; k < 8; ++k) city.advance();
    EXPECT_NEAR(in_halls() / before, 1.0, 0.2);
}

TEST(Renewal, HomesKeepTheirSizeAndTenure) {
    SmallCity city(20000, 3);
    for (int k = 0; k < 3; ++k) city.advance();  // the invented base settles first
    const auto rented = [&] {
        double homes = 0, private_rent = 0;
        for (const auto& block : city.population.blocks)
            for (std::size_t slot = 0; slot < block.households.size(); ++slot) {
                homes += block.households.kind[slot] == HouseholdKind::private_household;
                private_rent += block.households.kind[slot] == HouseholdKind::private_household && block.households.tenure[slot] == Tenure::private_rent;
            }
        return std::pair{static_cast<double>(city.population.people()) / homes, private_rent / homes};
    };
    const auto [size, share] = rented();
    for (int k = 0; k < 10; ++k) city.advance();
    const auto [later_size, later_share] = rented();
    EXPECT_NEAR(later_size / size, 1.0, 0.15);
    EXPECT_NEAR(later_share, share, 0.12);
}
