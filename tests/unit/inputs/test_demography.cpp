#include "core/error.hpp"
#include "inputs/demography.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>

using namespace spires;
using ::testing::HasSubstr;

namespace {

const std::filesystem::path coventry = std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry";

/// A folder of its own with one table in it.
class OneTable {
public:
    OneTable(const std::string& name, const std::string& text)
        : folder(std::filesystem::temp_directory_path() / ("spires_demography_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / name) << text;
    }
    ~OneTable() { std::filesystem::remove_all(folder); }
    OneTable(const OneTable&) = delete;
    OneTable& operator=(const OneTable&) = delete;

    std::filesystem::path folder;
};

template <class Read>
std::string error_of(Read read) {
    try {
        read();
    } catch (const UserError& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST(DemographyTables, OfCoventryAddUp) {
    const auto migration = MigrationTable::read(coventry);
    double net = 0;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age) {
            EXPECT_NEAR(migration.net[sex][age], migration.inflow[sex][age] - migration.outflow[sex][age], 0.011);
            net += migration.net[sex][age];
        }
    EXPECT_NEAR(net, 2100, 400);
    const auto places = read_places(coventry);
    const auto wards = MigrationWards::read(coventry, places);
    for (const auto& shares : wards.arrival_share) EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-4);
    EXPECT_EQ(read_tenure_stock(coventry, places).size(), places.size());
}

TEST(DemographyTables, BandsHoldUntilTheNext) {
    const auto moves = MoveRates::read(coventry);
    const auto& renters = moves.rate[static_cast<std::size_t>(Tenure::private_rent)];
    EXPECT_DOUBLE_EQ(renters[25], renters[34]);
    EXPECT_GT(renters[34], renters[35]);
    EXPECT_GT(renters[100], 0);
    const auto households = HouseholdRates::read(coventry, Parameters::read(coventry));
    EXPECT_DOUBLE_EQ(households.separation[0][15], 0.0);
    EXPECT_GT(households.separation[0][30], 0.0);
}

TEST(DemographyTables, FertilityFollowsItsTrend) {
    const auto fertility = Fertility::read(coventry);
    EXPECT_GT(fertility.at(30, 2022), fertility.at(18, 2022));
    EXPECT_LT(fertility.at(30, 2040), fertility.at(30, 2022));
    EXPECT_DOUBLE_EQ(fertility.at(60, 2022), 0.0);
}

TEST(DemographyTables, AnUnknownEventIsToldWithItsLine) {
    const OneTable table("household_rates.csv", "event,sex,age_from,rate\nseperation,male,16,0.1\n");
    const auto message = error_of([&] { static_cast<void>(HouseholdRates::read(table.folder, Parameters::read(coventry))); });
    EXPECT_THAT(message, HasSubstr("household_rates.csv:2"));
    EXPECT_THAT(message, HasSubstr("separation"));
}

TEST(DemographyTables, AGapInTheTrendIsAnError) {
    const OneTable table("fertility_trend.csv", "year,ratio\n2022,1\n2024,0.9\n");
    std::ofstream(table.folder / "fertility.csv") << "age,rate\n30,0.1\n";
    EXPECT_THAT(error_of([&] { static_cast<void>(Fertility::read(table.folder)); }), HasSubstr("expected 2023"));
}

TEST(DemographyTables, SharesThatDoNotAddUpAreAnError) {
    const OneTable table("migration_wards.csv", "group,ward_code,arrival_share,departure_ratio\nstudent,A,0.5,1\nadult,A,1,1\n");
    Places places;
    places.wards.push_back({"A", "Ward A", "North", 0, 0});
    EXPECT_THAT(error_of([&] { static_cast<void>(MigrationWards::read(table.folder, places)); }), HasSubstr("'student' adds up to 0.500"));
}
