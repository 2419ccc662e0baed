#include "inputs/census.hpp"

#include "core/error.hpp"
#include "support/city.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <unistd.h>

namespace spires {
namespace {

/// A copy of the city's tables that a test may spoil.
class SpoiltTables : public testing::Test {
protected:
    SpoiltTables() { std::filesystem::copy(city::inputs(), folder_, std::filesystem::copy_options::recursive); }
    ~SpoiltTables() override { std::filesystem::remove_all(folder_); }
    void append(const std::string& table, const std::string& line) const {
        std::ofstream(folder_ / table, std::ios::app) << line << '\n';
    }
    /// What reading says, and the exit code.
    [[nodiscard]] std::pair<Exit, std::string> problem() const {
        try {
            static_cast<void>(read_census(folder_, read_places(folder_)));
        } catch (const UserError& error) {
            return {error.code(), error.what()};
        }
        return {Exit::done, ""};
    }

    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("spires_spoilt_tables_" + std::to_string(::getpid()));
};

TEST_F(SpoiltTables, are_read_when_nothing_is_wrong) { EXPECT_EQ(problem().first, Exit::done); }

TEST_F(SpoiltTables, name_a_missing_table) {
    std::filesystem::remove(folder_ / "tenure.csv");
    EXPECT_EQ(problem().first, Exit::input_missing);
    EXPECT_THAT(problem().second, testing::HasSubstr("tenure.csv"));
}

TEST_F(SpoiltTables, name_line_and_word) {
    append("ethnic_group.csv", "E01009522,asain,3");
    EXPECT_EQ(problem().first, Exit::wrong_data);
    EXPECT_THAT(problem().second, testing::AllOf(testing::HasSubstr("ethnic_group.csv:1017"), testing::HasSubstr("did you mean 'asian'?")));
}

TEST_F(SpoiltTables, refuse_negative_counts) {
    append("communal.csv", "E05001218,care_home,female,85,-3");
    EXPECT_THAT(problem().second, testing::HasSubstr("communal.csv"));
}

TEST_F(SpoiltTables, refuse_two_cities) {
    append("city.csv", "E08000001,Bolton");
    EXPECT_THAT(problem().second, testing::HasSubstr("names one city"));
}

TEST(CensusTables, split_the_oldest_without_losing_anybody) {
    const CensusTables census = read_census(city::inputs(), city::places());
    int total = 0, hundred = 0;
    for (const auto& ward : census.residents)
        for (const auto& sex : ward)
            for (std::size_t age = 0; age < ages; ++age) total += sex[age], hundred += age == 100 ? sex[age] : 0;
    EXPECT_EQ(total, 355600);
    EXPECT_GT(hundred, 10);
}

}  // namespace
}  // namespace spires
