#include "population/synthesis.hpp"

#include "support/city.hpp"

#include "core/table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <unordered_set>

namespace spires {
namespace {

TEST(Synthesis, meets_ward_sex_and_age_exactly) {
    std::map<std::tuple<std::string, std::string, int>, int> drawn;
    for (const auto& block : city::synthesis().population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const auto& ward = city::places().wards[city::places().places[block.people.place[row]].ward];
            ++drawn[{ward.code, std::string(sex_names[static_cast<std::size_t>(block.people.sex[row])]), std::min(90, block.people.age(row, city::base_year))}];
        }
    const Table table = Table::read(city::inputs() / "population.csv", {"ward_code", "sex", "age", "persons"});
    int total = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const int persons = table.integer(row, "persons", 0, 100000);
        total += persons;
        const auto age = table.integer(row, "age", 0, 90);
        EXPECT_EQ((drawn[{std::string(table.text(row, "ward_code")), std::string(table.text(row, "sex")), age}]), persons) << "row " << row;
    }
    EXPECT_EQ(total, 355600);
    EXPECT_EQ(city::synthesis().population.people(), 355600U);
}

TEST(Synthesis, comes_near_every_published_margin) {
    std::size_t published = 0;
    for (const auto& margin : city::synthesis().fit) {
        published += margin.standing == "published";
        EXPECT_LT(margin.total_absolute_error_share, margin.standing == "published" ? 0.02 : 0.08) << margin.margin;
        EXPECT_EQ(margin.categories, margin.target.size());
        EXPECT_EQ(margin.categories, margin.realised.size());
    }
    EXPECT_EQ(published, 9U);
}

TEST(Synthesis, has_as_many_households_and_communal_residents_as_the_city) {
    const auto& population = city::synthesis().population;
    EXPECT_GE(population.private_households(), 136000U);
    EXPECT_LE(population.private_households(), 139000U);
    int communal = 0;
    for (const auto& block : population.blocks)
        for (std::size_t h = 0; h < block.households.size(); ++h)
            if (block.households.kind[h] != HouseholdKind::private_household) communal += block.households.persons[h];
    EXPECT_GE(communal, 8000);
    EXPECT_LE(communal, 11000);
}

TEST(Synthesis, numbers_people_and_households_once) {
    std::unordered_set<std::uint64_t> people, households;
    for (const auto& block : city::synthesis().population.blocks) {
        for (const auto id : block.people.id) {
            EXPECT_LT(id, 1ULL << 39U);
            people.insert(id);
        }
        for (const auto id : block.households.id) {
            EXPECT_EQ(id >> 62U, 1U);
            households.insert(id);
        }
    }
    EXPECT_EQ(people.size(), 355600U);
    EXPECT_GT(households.size(), city::synthesis().population.private_households());
}

TEST(Synthesis, deals_blocks_of_about_one_size) {
    for (const auto& block : city::synthesis().population.blocks) {
        EXPECT_NEAR(static_cast<double>(block.people.size()), static_cast<double>(block_people), 700.0);
        std::unordered_set<int> places(block.people.place.begin(), block.people.place.end());
        EXPECT_GT(places.size(), city::places().size() * 9 / 10);
    }
}

}  // namespace
}  // namespace spires
