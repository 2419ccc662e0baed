#include "processes/leaving_home.hpp"

#include "population/households.hpp"
#include "processes/founding.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t sharers = 3;         ///< people in a home shared by those who leave their parents
constexpr std::size_t student_sharers = 4;
constexpr double shares_home = 0.5;        ///< of those who leave their parents [1], assumed

/// Orders people by age, then id: who comes next to whom in a shared home.
void sort_by_age(const PersonColumns& people, std::vector<std::uint32_t>& rows) {
    std::ranges::sort(rows, [&](std::uint32_t a, std::uint32_t b) {
        return people.birth_year[a] != people.birth_year[b] ? people.birth_year[a] > people.birth_year[b] : people.id[a] < people.id[b];
    });
}

}  // namespace

void LeavingHome::leave_parents(Step& step) const {
    thread_local std::vector<std::uint32_t> sharing;
    sharing.clear();
    const auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.role[row] != Role::child || people.presence[row] != 0) continue;
        const int age = people.age(row, step.year);
        if (age < follower_age) continue;
        const Words luck = draw(step.key, people.id[row], step.year, Purpose::leave_home);
        if (!happens(luck[0], rates_.leave_home[static_cast<std::size_t>(people.sex[row])][age_row(age)])) continue;
        if (happens(luck[1], shares_home))
            sharing.push_back(static_cast<std::uint32_t>(row));
        else
            found_household(step, destinations_, row);
    }
    sort_by_age(people, sharing);
    std::uint32_t home = no_household;
    for (std::size_t k = 0; k < sharing.size(); ++k) {
        if (k % sharers == 0)
            home = found_household(step, destinations_, sharing[k]);
        else
            join_household(step.block, sharing[k], home, Role::other);
    }
}

void LeavingHome::leave_halls(Step& step) const {
    thread_local std::vector<std::uint32_t> out;
    out.clear();
    auto& people = step.block.people;
    auto& households = step.block.households;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.role[row] != Role::resident || people.presence[row] != 0) continue;
        if (households.kind[people.household[row]] != HouseholdKind::student_hall || people.age(row, step.year) < adult_age) continue;
        if (people.economic_status[row] == EconomicStatus::education &&
            !happens(draw(step.key, people.id[row], step.year, Purpose::leave_home)[0], hall_leaving_chance))
            continue;
        out.push_back(static_cast<std::uint32_t>(row));
    }
    sort_by_age(people, out);
    std::uint32_t home = no_household;
    for (std::size_t k = 0; k < out.size(); ++k) {
        const std::uint32_t row = out[k];
        if (k % student_sharers != 0) {
            join_household(step.block, row, home, Role::other);
            continue;
        }
        const Words luck = draw(step.key, people.id[row], step.year, Purpose::founding);
        const std::uint16_t place = ward_of_student_.empty()
            ? people.place[row] : destinations_.place_in(ward_of_student_(luck[0]), Tenure::private_rent, luck[1]);
        home = open_household(households, founded_household_id(people.id[row], step.year - step.base_year),
                              HouseholdKind::private_household, place, Tenure::private_rent);
        join_household(step.block, row, home, Role::reference);
    }
}

void LeavingHome::advance(Step& step) const {
    leave_parents(step);
    leave_halls(step);
}

}  // namespace spires
