#include "core/choice.hpp"
#include "core/many_choices.hpp"

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

TEST(ManyChoices, TakeWhatAChoiceOfTheSameWeightsTakes) {
    const std::array<double, 5> first{0.0, 1e-12, 3.0, 0.0, 4.0}, second{2.0, 0.0, 1e-12, 5.0, 1e-12};
    spires::ManyChoices choices;
    choices.add(first);
    choices.add(second);
    const std::array<Choice, 2> alone{Choice(first), Choice(second)};
    for (std::size_t distribution = 0; distribution < 2; ++distribution) {
        for (std::uint64_t word = 0; word < 1ULL << 32U; word += 10'000'019)
            EXPECT_EQ(choices(distribution, static_cast<std::uint32_t>(word)), alone[distribution](static_cast<std::uint32_t>(word))) << word;
        EXPECT_EQ(choices(distribution, ~0U), alone[distribution](~0U));
        for (std::size_t option = 0; option < first.size(); ++option) EXPECT_DOUBLE_EQ(choices.chance(distribution, option), alone[distribution].chance(option));
    }
}
