// Whom `spires serve` answers, and what it lets out of its folder.

#include "report/server_rules.hpp"
#include "support/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace spires {
namespace {

namespace fs = std::filesystem;

void touch(const fs::path& file) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "x";
}

TEST(ServerRules, OnlyThisMachinesOwnNamesAreAnswered) {
    const HostRules rules("127.0.0.1", 8017);
    for (const char* host : {"127.0.0.1:8017", "localhost:8017", "[::1]:8017"}) EXPECT_TRUE(rules.host_is_ours(host)) << host;
    for (const char* host : {"", "127.0.0.1", "127.0.0.1:80", "evil.example:8017", "localhost:8017.evil.example"}) EXPECT_FALSE(rules.host_is_ours(host)) << host;
    EXPECT_TRUE(rules.origin_is_ours(""));
    EXPECT_TRUE(rules.origin_is_ours("http://localhost:8017"));
    for (const char* origin : {"null", "https://localhost:8017", "http://evil.example", "http://localhost:8018"}) EXPECT_FALSE(rules.origin_is_ours(origin)) << origin;
}

TEST(ServerRules, LoopbackIsKnown) {
    EXPECT_TRUE(is_loopback("127.0.0.1"));
    EXPECT_TRUE(is_loopback("localhost"));
    EXPECT_FALSE(is_loopback("0.0.0.0"));
    EXPECT_FALSE(is_loopback("192.168.0.4"));
}

TEST(ServerRules, NothingOutsideTheFolderIsFound) {
    const ScratchFolder scratch;
    const fs::path folder = scratch / "outputs";
    touch(folder / "a" / "results.h5");
    touch(folder / "a" / "run.json");
    touch(scratch / "secret.h5");
    fs::create_symlink(scratch / "secret.h5", folder / "link.h5");
    fs::create_directory_symlink("a", folder / "latest");
    EXPECT_TRUE(results_below(folder, "a/results.h5"));
    for (const char* name : {"", "../secret.h5", "link.h5", "a/run.json", "a", "missing.h5", "a/../../secret.h5"}) EXPECT_FALSE(results_below(folder, name)) << name;
    EXPECT_FALSE(results_below(folder, (scratch / "secret.h5").string()));
    EXPECT_EQ(all_results_below(folder).front(), "a/results.h5");
}

TEST(ServerRules, StemsAreHarmlessFileNames) {
    EXPECT_TRUE(is_stem("walking_2026"));
    for (const char* stem : {"", "baseline", "../x", "a/b", "A", "a b", "a.b", "-o"}) EXPECT_FALSE(is_stem(stem)) << stem;
}

}  // namespace
}  // namespace spires
