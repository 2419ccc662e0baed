#include "population/households.hpp"

#include <gtest/gtest.h>

namespace spires::testing {

TEST(FoundedHomes, are_known_by_year_and_founder) {
    EXPECT_TRUE(is_founded_by_resident(founded_household_id(base_id(77), 3), 3));
    EXPECT_FALSE(is_founded_by_resident(founded_household_id(base_id(77), 3), 4));
    EXPECT_FALSE(is_founded_by_resident(base_id(77), 3)) << "a home of the base";
    EXPECT_FALSE(is_founded_by_resident(communal_household_id(5, HouseholdKind::student_hall, 2), 3));
    EXPECT_FALSE(is_founded_by_resident(founded_household_id(arrival_id(3, 9), 3), 3)) << "arrived and founded at once";
    EXPECT_TRUE(is_founded_by_resident(founded_household_id(arrival_id(2, 9), 3), 3)) << "arrived the year before";
    EXPECT_TRUE(is_founded_by_resident(founded_household_id(newborn_id(base_id(77), 2), 20), 20));
}

}  // namespace spires::testing
