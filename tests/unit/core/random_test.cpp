#include "core/random.hpp"
#include "core/random_batch.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace spires {
namespace {

/// Threefry-4x32, written down again from the paper (Salmon et al. 2011).
Words threefry(const Words& counter, const Words& key, std::uint32_t rounds) {
    constexpr int rotations[8][2] = {{10, 26}, {11, 21}, {13, 27}, {23, 5}, {6, 20}, {17, 11}, {25, 10}, {18, 20}};
    const std::array<std::uint32_t, 5> keys{key[0], key[1], key[2], key[3], 0x1BD11BDAU ^ key[0] ^ key[1] ^ key[2] ^ key[3]};
    Words x{};
    for (std::size_t i = 0; i < 4; ++i) x[i] = counter[i] + keys[i];
    for (std::uint32_t round = 0; round < rounds; ++round) {
        const std::size_t first = round % 2 == 0 ? 1 : 3, second = 4 - first;
        x[0] += x[first];
        x[first] = std::rotl(x[first], rotations[round % 8][0]) ^ x[0];
        x[2] += x[second];
        x[second] = std::rotl(x[second], rotations[round % 8][1]) ^ x[2];
        if (round % 4 != 3) continue;
        const std::uint32_t injection = round / 4 + 1;
        for (std::size_t i = 0; i < 4; ++i) x[i] += keys[(injection + i) % 5];
        x[3] += injection;
    }
    return x;
}

TEST(Draw, gives_what_the_published_rounds_give_with_seed_replicate_person_year_and_purpose_in_their_places) {
    // The second transcription meets the known answers of Random123, which are of 20 rounds …
    constexpr std::uint32_t ones = 0xffffffffU, all = 20;
    EXPECT_EQ(threefry({}, {}, all), (Words{0x9c6ca96aU, 0xe17eae66U, 0xfc10ecd4U, 0x5256a7d8U}));
    EXPECT_EQ(threefry({ones, ones, ones, ones}, {ones, ones, ones, ones}, all), (Words{0x2a881696U, 0x57012287U, 0xf6c7446eU, 0xa16a6732U}));
    EXPECT_EQ(threefry({0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}, {0xa4093822U, 0x299f31d0U, 0x082efa98U, 0xec4e6c89U}, all),
              (Words{0x59cd1dbbU, 0xb8879579U, 0x86b5d00cU, 0xac8b6d84U}));
    // … and `draw` is that function with 12 rounds and everything in its place.
    EXPECT_EQ(draw({0x1122334455667788ULL, 9}, 0xaabbccdd00112233ULL, 2040, Purpose::death),
              threefry({0x00112233U, 0xaabbccddU, 2040U, 10U}, {0x55667788U, 0x11223344U, 9U, 0U}, 12));
}

TEST(Draw, differs_when_any_one_part_of_its_name_differs) {
    const auto one = draw({1, 2}, 3, 4, 5U);
    for (const auto& other : {draw({6, 2}, 3, 4, 5U), draw({1ULL << 32U, 2}, 3, 4, 5U), draw({1, 6}, 3, 4, 5U), draw({1, 2}, 6, 4, 5U),
                              draw({1, 2}, (1ULL << 40U) | 3U, 4, 5U), draw({1, 2}, 3, 6, 5U), draw({1, 2}, 3, 4, 6U)})
        EXPECT_NE(one, other);
}

TEST(BlockWords, are_the_words_that_draw_gives_one_by_one) {
    std::vector<std::uint64_t> people;
    for (std::uint64_t i = 0; i < 1003; ++i) people.push_back(i * 0x9e3779b97f4a7c15ULL);  // no multiple of any lane's width
    BlockWords words;
    const RandomKey key{0x1122334455667788ULL, 9};
    words.draw_all(key, people, 2040, Purpose::death);
    for (std::size_t row = 0; row < people.size(); ++row) ASSERT_EQ(words.at(row), draw(key, people[row], 2040, Purpose::death)) << row;
    // Fewer people after many: nothing of the first remains in their rows.
    people.resize(5);
    words.draw_all(key, people, -1, 0x80000000U);
    for (std::size_t row = 0; row < people.size(); ++row) {
        ASSERT_EQ(words.at(row), draw(key, people[row], -1, 0x80000000U)) << row;
        ASSERT_EQ(words.word(2, row), words.at(row)[2]);
    }
}

TEST(GentleNormal, has_the_mean_variance_and_kurtosis_of_four_uniforms) {
    constexpr int pairs = 2'000'000;
    double first = 0, second = 0, third = 0, fourth = 0;
    for (int i = 0; i < pairs / 2; ++i) {
        const auto words = draw({7, 1}, static_cast<std::uint64_t>(i), 2022, 1U);
        for (const double z : {gentle_normal(words[0], words[1]), gentle_normal(words[2], words[3])}) {
            first += z;
            second += z * z;
            third += z * z * z;
            fourth += z * z * z * z;
        }
    }
    // Five standard errors of each moment: var z = 1, var z² = 1.7, var z³ and z⁴ below 11 and 50.
    const double root = std::sqrt(static_cast<double>(pairs));
    EXPECT_NEAR(first / pairs, 0.0, 5 / root);
    EXPECT_NEAR(second / pairs, 1.0, 5 * std::sqrt(1.7) / root);
    EXPECT_NEAR(third / pairs, 0.0, 5 * std::sqrt(11.0) / root);
    EXPECT_NEAR(fourth / pairs, 2.7, 5 * std::sqrt(50.0) / root);
}

TEST(GentleNormal, is_symmetric_to_the_last_bit) {
    EXPECT_EQ(gentle_normal(0, 0), -gentle_normal(0xffffffffU, 0xffffffffU));
    EXPECT_EQ(gentle_normal(0x12345678U, 0x9abcdef0U), -gentle_normal(~0x12345678U, ~0x9abcdef0U));
}

TEST(Chances, are_of_2_to_the_32_equal_steps) {
    EXPECT_EQ(uniform(0), 0.0);
    EXPECT_LT(uniform(0xffffffffU), 1.0);
    EXPECT_FALSE(happens(0, 0.0));
    EXPECT_TRUE(happens(0xffffffffU, 1.0));
    EXPECT_TRUE(happens(0x7fffffffU, 0.5));
    EXPECT_FALSE(happens(0x80000000U, 0.5));
}

TEST(Purposes, of_interventions_and_conditions_never_meet_those_of_processes) {
    EXPECT_EQ(intervention_purpose(""), 2166136261U);  // FNV-1a's basis, whose top bit is set already
    EXPECT_EQ(intervention_purpose("a"), 0xe40c292cU);
    EXPECT_NE(intervention_purpose("exercise-referral"), intervention_purpose("exercise-referrals"));
    EXPECT_GE(intervention_purpose("exercise-referral"), 0x80000000U);
    EXPECT_EQ(condition_purpose(ConditionEvent::incidence, 3), condition_purpose(ConditionEvent::incidence, 0));
    EXPECT_LT(condition_purpose(ConditionEvent::incidence, 31), condition_purpose(ConditionEvent::remission, 0));
}

}  // namespace
}  // namespace spires
