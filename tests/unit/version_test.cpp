#include "version.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <string>

TEST(Version, is_three_numbers) {
    EXPECT_TRUE(std::regex_match(spires::version, std::regex("[0-9]+\\.[0-9]+\\.[0-9]+")));
}

TEST(Version, commit_is_a_digest_or_unknown) {
    const std::regex commit("unknown|[0-9a-f]{40}(-dirty)?");
    EXPECT_TRUE(std::regex_match(spires::commit, commit)) << spires::commit;
}

TEST(Version, compiler_is_named) {
    EXPECT_FALSE(std::string(spires::compiler).empty());
}
