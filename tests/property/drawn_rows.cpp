// Rows found by draws on the way are those that their own words single out.

#include "core/random.hpp"
#include "population/row_lanes.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace spires::testing {
namespace {

constexpr int year = 2030;
constexpr RandomKey key{11, 3};
constexpr std::size_t places = 7;

/// People of all ages, roles and places, some of them leaving; their number is no multiple of the lanes.
PersonColumns people_of_all_kinds() {
    PersonColumns people;
    people.resize(2003);
    for (std::size_t row = 0; row < people.size(); ++row) {
        const Words who = draw(key, row, 0, 1U);
        people.id[row] = (std::uint64_t{who[3]} << 32U) | row;
        people.sex[row] = static_cast<Sex>(who[0] % 2);
        people.birth_year[row] = static_cast<std::int16_t>(year - static_cast<int>(who[1] % 105));
        people.role[row] = static_cast<Role>(who[2] % role_names.size());
        people.place[row] = static_cast<std::uint16_t>(who[0] / 2 % places);
        people.presence[row] = who[1] / 105 % 8 == 0 ? 1 : 0;
    }
    return people;
}

double chance_at(Sex sex, std::size_t age) { return age < 16 ? 0.0 : (sex == Sex::female ? 0.02 : 0.1) + 0.001 * static_cast<double>(age); }

TEST(DrawnRows, candidates_hold_everybody_whose_word_falls_under_their_chance_and_few_others) {
    const PersonColumns people = people_of_all_kinds();
    HighestChances highest;
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = 0; age < ages; ++age) highest.raise(sex, age, chance_at(sex, age));
    const Roles roles = roles_of(Role::reference, Role::child);
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t row = 0; row < people.size(); ++row) {
        const double chance = chance_at(people.sex[row], age_row(people.age(row, year)));
        if (people.presence[row] == 0 && (roles & roles_of(people.role[row])) != 0 && happens(draw(key, people.id[row], year, Purpose::partnership)[0], chance)) wanted.push_back(row);
    }
    const auto found = find_candidates(people, key, year, Purpose::partnership, highest, roles);
    EXPECT_GT(wanted.size(), 20U);
    EXPECT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), wanted);  // no word lies within 2⁻³¹ of a chance here
}

TEST(DrawnRows, the_lucky_are_of_the_ages_and_places_asked_for) {
    const PersonColumns people = people_of_all_kinds();
    const Column<std::int32_t> fits{1, 0, 1, 1, 0, 0, 1};
    for (const double chance : {0.0, 0.03, 0.5, 1.0}) {
        std::vector<std::uint32_t> wanted;
        for (std::uint32_t row = 0; row < people.size(); ++row) {
            const int age = people.age(row, year);
            if (age >= 18 && age <= 64 && fits[people.place[row]] != 0 && happens(draw(key, people.id[row], year, 77U)[0], chance)) wanted.push_back(row);
        }
        const auto found = find_lucky(people, key, year, 77U, chance, {18, 64}, fits);
        EXPECT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), wanted) << chance;
    }
}

}  // namespace
}  // namespace spires::testing
