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

TEST(Choices, TakeWhatAChoiceOfTheSameWeightsTakes) {
    spires::Choices<4> choices;
    const std::array<double, 4> weights{1.0, 0.0, 3.0, 4.0}, none{};
    choices.add(weights, 0);
    choices.add(none, 2);
    const Choice choice(weights);
    for (std::uint64_t word = 0; word < 1ULL << 32U; word += 10'000'019) {
        EXPECT_EQ(choices(0, static_cast<std::uint32_t>(word)), choice(static_cast<std::uint32_t>(word))) << word;
        EXPECT_EQ(choices(1, static_cast<std::uint32_t>(word)), 2U);
    }
}
