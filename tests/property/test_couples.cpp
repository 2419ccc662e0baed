// What holds of couples as they form and part.

#include "population/households.hpp"
#include "support/small_city.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

using namespace spires;
using spires::testing::SmallCity;

namespace {

struct Couples {
    double number = 0, same_sex = 0, gap = 0;
};
Couples couples_of(const SmallCity& city) {
    Couples couples;
    for (const auto& block : city.population.blocks)
        for (const auto& home : compose_households(block, city.year)) {
            if (home.partner == nobody) continue;
            couples.number += 1;
            couples.same_sex += block.people.sex[home.reference] == block.people.sex[home.partner];
            couples.gap += std::abs(block.people.birth_year[home.reference] - block.people.birth_year[home.partner]);
        }
    return couples;
}

}  // namespace

TEST(Couples, StayOfLikeAgeAndMostlyOfTwoSexes) {
    SmallCity city(12000, 2);
    for (int k = 0; k < 15; ++k) city.advance();
    const Couples couples = couples_of(city);
    EXPECT_GT(couples.number, 1000);
    EXPECT_LT(couples.same_sex / couples.number, 0.06);
    EXPECT_GT(couples.same_sex, 0);
    EXPECT_LT(couples.gap / couples.number, 5.0);
}

TEST(Couples, AreAsManyInAWorldThatDiffersInOneDeath) {
    SmallCity one(6000, 1), other(6000, 1);
    other.population.blocks[0].people.presence[3] = dead;
    for (int k = 0; k < 5; ++k) {
        one.advance();
        other.advance(false, &one.city);
    }
    EXPECT_NEAR(couples_of(one).number, couples_of(other).number, 25);
}
