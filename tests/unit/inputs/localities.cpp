#include "inputs/localities.hpp"

#include "core/error.hpp"
#include "support/city.hpp"
#include "support/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path town = "tests/data/smallbridge";

std::filesystem::path write(const ScratchFolder& folder, const std::string& rows) {
    const auto file = folder / "areas.csv";
    std::ofstream(file) << "place,locality\n" << rows;
    return file;
}

std::string refusal(const std::string& rows) {
    const ScratchFolder folder;
    try {
        static_cast<void>(read_places(town, write(folder, rows)));
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

TEST(Localities, group_places_in_order_of_name_and_may_leave_some_out) {
    const ScratchFolder folder;
    const Places places = read_places(town, write(folder, "S02,River\nS01,River\nS05,Hill\n"));
    EXPECT_THAT(places.localities, ElementsAre("Hill", "River"));
    std::vector<int> of_place;
    for (const auto& place : places.places) of_place.push_back(place.locality);
    EXPECT_THAT(of_place, ElementsAre(1, 1, nowhere, nowhere, 0, nowhere));
    for (const auto& place : places.places) {
        const Cell& cell = places.cells[place.cell];
        EXPECT_EQ(cell.ward, place.ward);
        EXPECT_EQ(cell.decile, place.decile);
        EXPECT_EQ(cell.tenth, place.tenth);
        EXPECT_EQ(cell.locality, place.locality);
    }
}

TEST(Localities, that_are_unknown_doubled_or_without_a_name_are_told_all_at_once) {
    EXPECT_THAT(refusal("S01,River\nS99,River\nS01,Hill\nS03,\n"),
                AllOf(HasSubstr("areas.csv:3:1: error: unknown place 'S99'"), HasSubstr("areas.csv:4:1: error: S01 stands in line 2 too"), HasSubstr("areas.csv:5:2: error: S03 has no locality")));
    EXPECT_THAT(refusal(""), HasSubstr("no locality is named"));
}

TEST(Places, stand_in_tenths_of_the_citys_own_people) {
    std::vector<double> residents(10, 0.0);
    double all = 0;
    int last = 0;
    auto ranked = city::places().places;
    std::ranges::sort(ranked, {}, &Place::imd_rank);
    for (const auto& place : ranked) {
        EXPECT_GE(place.tenth, last) << "tenths follow the rank";
        last = place.tenth;
        residents[place.tenth] += place.residents;
        all += place.residents;
    }
    for (const double here : residents) EXPECT_NEAR(here / all, 0.1, 0.01);
}

}  // namespace
}  // namespace spires::testing
