#include "population/compaction.hpp"
#include "population/households.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

using namespace spires;

namespace {

constexpr int year = 2030;

class CompactionTest : public ::testing::Test {
protected:
    CompactionTest() {
        for (std::uint16_t w = 0; w < 2; ++w) {
            places.wards.push_back({});
            Place place;
            place.ward = w;
            places.places.push_back(place);
        }
    }
    std::uint32_t home(std::uint16_t place) {
        return open_household(block.households, 100 + block.households.size(), HouseholdKind::private_household, place, Tenure::mortgage);
    }
    std::size_t person(std::uint32_t household, int age, Role role, std::uint8_t presence = 0) {
        const std::size_t row = block.people.append();
        block.people.id[row] = row;
        block.people.birth_year[row] = static_cast<std::int16_t>(year - age);
        block.people.presence[row] = presence;
        join_household(block, row, household, role);
        return row;
    }
    void compact() {
        spires::testing::meet_alone(Compaction(places), block, 0, {key, year, 2022});
    }
    std::size_t row_of(std::uint64_t id) const {
        return static_cast<std::size_t>(std::ranges::find(block.people.id, id) - block.people.id.begin());
    }

    Block block;
    Places places;
    RandomKey key;
};

}  // namespace

TEST_F(CompactionTest, ThePartnerFollowsAsReferencePerson) {
    const auto h = home(0);
    person(h, 60, Role::reference, dead);
    const auto partner = person(h, 50, Role::partner);
    person(h, 55, Role::other);
    compact();
    EXPECT_EQ(block.people.size(), 2U);
    EXPECT_EQ(block.people.role[row_of(partner)], Role::reference);
    EXPECT_EQ(block.households.persons[0], 2);
}

TEST_F(CompactionTest, TheOldestAdultFollowsWithoutPartner) {
    const auto h = home(0);
    person(h, 60, Role::reference, leaving);
    person(h, 19, Role::child);
    const auto oldest = person(h, 25, Role::child);
    compact();
    EXPECT_EQ(block.people.role[row_of(oldest)], Role::reference);
}

TEST_F(CompactionTest, ChildrenAloneJoinAFamilyOfTheirWard) {
    const auto gone = home(0), far = home(1), childless = home(0), family = home(0);
    person(gone, 35, Role::reference, dead);
    const auto child = person(gone, 7, Role::child), sibling = person(gone, 5, Role::child);
    person(far, 40, Role::reference);
    person(far, 9, Role::child);
    person(childless, 40, Role::reference);
    person(family, 40, Role::reference);
    const auto other = person(family, 9, Role::child);
    compact();
    EXPECT_EQ(block.people.household[row_of(child)], block.people.household[row_of(other)]);
    EXPECT_EQ(block.people.household[row_of(sibling)], block.people.household[row_of(other)]);
    EXPECT_EQ(block.households.size(), 3U);
}

TEST_F(CompactionTest, EmptyHouseholdsGoAndSlotsAreRenumbered) {
    const auto empty = home(0), full = home(1);
    person(empty, 80, Role::reference, dead);
    const auto stays = person(full, 40, Role::reference, arriving);
    compact();
    EXPECT_EQ(block.households.size(), 1U);
    EXPECT_EQ(block.people.household[row_of(stays)], 0U);
    EXPECT_EQ(block.people.place[row_of(stays)], 1);
    EXPECT_EQ(block.people.presence[row_of(stays)], 0);
}

TEST_F(CompactionTest, ParticipationsAndOffersFollowTheirPeople) {
    const auto h = home(0);
    const auto leaver = person(h, 40, Role::reference, leaving), stayer = person(h, 41, Role::partner);
    block.participations = {{static_cast<std::uint32_t>(leaver), 1, 2025}, {static_cast<std::uint32_t>(stayer), 2, 2026}};
    block.offers = {{static_cast<std::uint32_t>(stayer), 3}};
    compact();
    ASSERT_EQ(block.participations.size(), 1U);
    EXPECT_EQ(block.participations[0].row, row_of(stayer));
    EXPECT_EQ(block.participations[0].intervention, 2);
    EXPECT_EQ(block.offers[0].row, row_of(stayer));
}
