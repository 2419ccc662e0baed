#include "population/synthesis.hpp"

#include "support/city.hpp"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <vector>

namespace spires {
namespace {

/// Everything a population holds, mixed into one number.
std::uint64_t digest(const Population& population) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&](const char*, const char*, const auto& column) {
        for (const auto value : column) hash = (hash ^ static_cast<std::uint64_t>(value)) * 1099511628211ULL;
    };
    for (const auto& block : population.blocks) {
        block.people.for_each_column(mix);
        block.households.for_each_column(mix);
    }
    return hash;
}

TEST(SynthesisDraws, are_the_same_for_a_seed_and_any_number_of_threads) {
    const std::uint64_t expected = digest(city::synthesis().population);
    for (const std::size_t threads : {1U, 3U}) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        EXPECT_EQ(digest(synthesise(city::inputs(), city::places(), 1, city::base_year).population), expected) << threads << " threads";
    }
}

TEST(SynthesisDraws, differ_between_seeds_but_meet_the_same_margins) {
    const Synthesis other = synthesise(city::inputs(), city::places(), 2, city::base_year);
    EXPECT_NE(digest(other.population), digest(city::synthesis().population));
    EXPECT_EQ(other.population.people(), 355600U);
    for (const auto& margin : other.fit)
        if (margin.standing == "published") EXPECT_LT(margin.total_absolute_error_share, 0.02) << margin.margin;
    EXPECT_EQ(other.fit.front().total_absolute_error_share, 0.0);
}

/// Rows of each household of a block.
std::vector<std::vector<std::size_t>> members(const Block& block) {
    std::vector<std::vector<std::size_t>> rows(block.households.size());
    for (std::size_t row = 0; row < block.people.size(); ++row) rows[block.people.household[row]].push_back(row);
    return rows;
}

std::size_t with_role(const Block& block, const std::vector<std::size_t>& rows, Role role) {
    return static_cast<std::size_t>(std::ranges::count_if(rows, [&](std::size_t row) { return block.people.role[row] == role; }));
}

TEST(Households, are_whole_and_in_one_place) {
    for (const auto& block : city::synthesis().population.blocks) {
        const auto rows_of = members(block);
        for (std::size_t h = 0; h < rows_of.size(); ++h) {
            ASSERT_FALSE(rows_of[h].empty());
            EXPECT_EQ(block.households.persons[h], rows_of[h].size());
            for (const auto row : rows_of[h]) EXPECT_EQ(block.people.place[row], block.households.place[h]);
        }
    }
}

TEST(Households, have_one_reference_person_at_most_one_partner_and_an_adult) {
    for (const auto& block : city::synthesis().population.blocks) {
        const auto rows_of = members(block);
        for (std::size_t h = 0; h < rows_of.size(); ++h) {
            const auto& rows = rows_of[h];
            if (block.households.kind[h] != HouseholdKind::private_household) {
                EXPECT_EQ(with_role(block, rows, Role::resident), rows.size());
                continue;
            }
            EXPECT_EQ(with_role(block, rows, Role::reference), 1U);
            EXPECT_LE(with_role(block, rows, Role::partner), 1U);
            EXPECT_EQ(with_role(block, rows, Role::resident), 0U);
            EXPECT_TRUE(std::ranges::any_of(rows, [&](std::size_t row) { return block.people.age(row, city::base_year) >= 18; }));
        }
    }
}

/// The mother's age, or that of the younger or only parent.
int parent_age(const Block& block, const std::vector<std::size_t>& rows) {
    int women = 0, mother = 0, youngest = 1000;
    for (const auto row : rows) {
        if (block.people.role[row] != Role::reference && block.people.role[row] != Role::partner) continue;
        const int age = block.people.age(row, city::base_year);
        youngest = std::min(youngest, age);
        if (block.people.sex[row] == Sex::female) ++women, mother = age;
    }
    return women == 1 ? mother : youngest;
}

TEST(Households, have_parents_18_to_45_years_older_than_their_children) {
    std::size_t children = 0;
    for (const auto& block : city::synthesis().population.blocks)
        for (const auto& rows : members(block)) {
            const int parent = parent_age(block, rows);
            for (const auto row : rows) {
                if (block.people.role[row] != Role::child) continue;
                ++children;
                const int gap = parent - block.people.age(row, city::base_year);
                EXPECT_GE(gap, 18);
                EXPECT_LE(gap, 45);
            }
        }
    EXPECT_GT(children, 100000U);
}

TEST(Households, have_couples_near_each_other_in_age_and_lone_mothers_more_than_fathers) {
    double gap = 0, couples = 0, same_sex = 0, lone = 0, mothers = 0;
    for (const auto& block : city::synthesis().population.blocks)
        for (const auto& rows : members(block)) {
            const auto find = [&](Role role) { return std::ranges::find_if(rows, [&](std::size_t row) { return block.people.role[row] == role; }); };
            const auto reference = find(Role::reference), partner = find(Role::partner);
            if (reference == rows.end()) continue;
            if (partner == rows.end()) {
                if (find(Role::child) != rows.end()) ++lone, mothers += block.people.sex[*reference] == Sex::female;
                continue;
            }
            ++couples;
            const bool woman_first = block.people.sex[*reference] == Sex::female;
            if (block.people.sex[*reference] == block.people.sex[*partner]) ++same_sex;
            else gap += (woman_first ? 1 : -1) * (block.people.birth_year[*reference] - block.people.birth_year[*partner]);
        }
    EXPECT_NEAR(gap / (couples - same_sex), 2.0, 0.5);
    EXPECT_NEAR(same_sex / couples, 0.012, 0.006);
    EXPECT_NEAR(mothers / lone, 0.86, 0.06);
}

TEST(People, study_from_16_and_live_in_halls_only_as_students) {
    for (const auto& block : city::synthesis().population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const bool young = block.people.age(row, city::base_year) < 16;
            EXPECT_EQ(block.people.economic_status[row] == EconomicStatus::child, young);
            if (block.households.kind[block.people.household[row]] == HouseholdKind::student_hall)
                EXPECT_EQ(block.people.economic_status[row], EconomicStatus::education);
        }
}

}  // namespace
}  // namespace spires
