#include "core/choice.hpp"

#include <gtest/gtest.h>

#include <array>

using spires::Choice;

TEST(Choice, TakesEachIndexByItsWeight) {
    const Choice choice(std::array{1.0, 0.0, 3.0});
    EXPECT_EQ(choice(0U), 0U);
    EXPECT_EQ(choice(0x3fffffffU), 0U);
    EXPECT_EQ(choice(0x40000000U), 2U);
    EXPECT_EQ(choice(0xffffffffU), 2U);
    EXPECT_DOUBLE_EQ(choice.chance(2), 0.75);
    EXPECT_DOUBLE_EQ(choice.chance(1), 0.0);
}

TEST(Choice, IsEmptyWithoutWeight) {
    EXPECT_TRUE(Choice(std::array{0.0, 0.0}).empty());
    EXPECT_FALSE(Choice(std::array{0.0, 1e-9}).empty());
}
