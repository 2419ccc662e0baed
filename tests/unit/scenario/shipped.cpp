#include "scenario/read_scenario.hpp"
#include "scenario/vocabulary.hpp"

#include <gtest/gtest.h>

namespace spires::testing {

TEST(ShippedScenarios, are_read_without_a_problem) {
    const std::filesystem::path source = SPIRES_SOURCE_FOLDER;
    if (!std::filesystem::is_directory(source / "scenarios") || !std::filesystem::exists(source / "inputs/coventry/services.csv"))
        GTEST_SKIP() << "scenarios or inputs are not there yet";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(source / "scenarios"))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    const Vocabulary vocabulary(source / "inputs/coventry");
    EXPECT_NO_THROW(EXPECT_GT(read_scenarios(files, vocabulary.context(2022, 2043)).size(), 1U));
}

}  // namespace spires::testing
