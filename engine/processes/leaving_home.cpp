#include "processes/leaving_home.hpp"

#include "population/households.hpp"
#include "processes/founding.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t sharers = 4;         ///< people in a shared home
constexpr double shares_home = 0.5;        ///< of those who leave their parents [1], assumed
constexpr double shares_again = 0.2;       ///< of young people who rent alone, a year [1], assumed
constexpr int oldest_to_share_again = 34;

/// Who looks for people to share with in the step; reused from call to call.
thread_local std::vector<std::uint32_t> sharing, students;

/// Orders people by age, then id: who comes next to whom in a shared home.
void sort_by_age(const PersonColumns& people, std::vector<std::uint32_t>& rows) {
    std::ranges::sort(rows, [&](std::uint32_t a, std::uint32_t b) {
        return people.birth_year[a] != people.birth_year[b] ? people.birth_year[a] > people.birth_year[b] : people.id[a] < people.id[b];
    });
}

}  // namespace

void LeavingHome::leave_parents(Step& step) const {
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
}

void LeavingHome::share_again(Step& step) const {
    const auto& people = step.block.people;
    const auto& households = step.block.households;
    const auto years_since_base = step.year - step.base_year;
    for (const auto& home : compose_households(step.block, step.year)) {
        const std::uint32_t row = home.reference;
        if (row == nobody || home.partner != nobody || home.dependants > 0 || home.others > 0 || people.presence[row] != 0) continue;
        const int age = people.age(row, step.year);
        const std::uint32_t slot = people.household[row];
        if (age > oldest_to_share_again || households.tenure[slot] != Tenure::private_rent) continue;
        if (households.id[slot] == founded_household_id(people.id[row], years_since_base)) continue;  // founded in this step
        if (migration_group(age, people.economic_status[row]) == MigrationGroup::student)
            students.push_back(row);
        else if (happens(draw(step.key, people.id[row], step.year, Purpose::leave_home)[0], shares_again))
            sharing.push_back(row);
    }
}

void LeavingHome::leave_halls(Step& step) const {
    const auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.role[row] != Role::resident || people.presence[row] != 0) continue;
        if (step.block.households.kind[people.household[row]] != HouseholdKind::student_hall || people.age(row, step.year) < adult_age) continue;
        if (people.economic_status[row] == EconomicStatus::education &&
            !happens(draw(step.key, people.id[row], step.year, Purpose::leave_home)[0], hall_leaving_chance))
            continue;
        students.push_back(static_cast<std::uint32_t>(row));
    }
}

void LeavingHome::house_sharers(Step& step) const {
    sort_by_age(step.block.people, sharing);
    std::uint32_t home = no_household;
    for (std::size_t k = 0; k < sharing.size(); ++k) {
        if (k % sharers == 0)
            home = found_household(step, destinations_, sharing[k]);
        else
            join_household(step.block, sharing[k], home, Role::other);
    }
}

void LeavingHome::house_students(Step& step) const {
    const auto& people = step.block.people;
    sort_by_age(people, students);
    std::uint32_t home = no_household;
    for (std::size_t k = 0; k < students.size(); ++k) {
        const std::uint32_t row = students[k];
        if (k % sharers != 0) {
            join_household(step.block, row, home, Role::other);
            continue;
        }
        const Words luck = draw(step.key, people.id[row], step.year, Purpose::founding);
        const std::uint16_t place = ward_of_student_.empty()
            ? people.place[row] : destinations_.place_in(ward_of_student_(luck[0]), Tenure::private_rent, luck[1]);
        home = open_household(step.block.households, founded_household_id(people.id[row], step.year - step.base_year),
                              HouseholdKind::private_household, place, Tenure::private_rent);
        join_household(step.block, row, home, Role::reference);
    }
}

void LeavingHome::advance(Step& step) const {
    sharing.clear();
    students.clear();
    share_again(step);  // first: who leaves parents or a hall in this step has a home of this step
    leave_parents(step);
    leave_halls(step);
    house_sharers(step);
    house_students(step);
}

}  // namespace spires
