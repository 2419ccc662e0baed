#include "processes/leaving_home.hpp"

#include "population/households.hpp"
#include "processes/asked.hpp"
#include "processes/founding.hpp"
#include "processes/shared_homes.hpp"

namespace spires {

namespace {

constexpr double shares_home = 0.5;        ///< of those who leave their parents [1], assumed
constexpr double shares_again = 0.2;       ///< of young people who rent alone, a year [1], assumed
constexpr int oldest_to_share_again = 34;

}  // namespace

void LeavingHome::leave_parents(Block& block, const Moment& now, Seekers& seekers) const {
    thread_local Asked asked;
    const auto& people = block.people;
    asked.reset(people.size());
    for (std::size_t row = 0; row < people.size(); ++row)
        asked.add_if((people.role[row] == Role::child) & (people.presence[row] == 0) & (people.age(row, now.year) >= follower_age), row, people.id[row]);
    asked.draw(now.key, now.year, Purpose::leave_home);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t row = asked.row(k);
        if (!happens(asked.word(0, k), rates_.leave_home[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, now.year))])) continue;
        if (happens(asked.word(1, k), shares_home))
            seekers.add(seekers.adults, block, row);
        else
            found_household(block, now, destinations_, row);
    }
}

void LeavingHome::share_again(const Block& block, const Moment& now, Seekers& seekers) const {
    thread_local Asked young;
    thread_local std::vector<std::uint8_t> asked_home;
    const auto& people = block.people;
    const auto& households = block.households;
    young.reset(people.size());
    for (std::size_t row = 0; row < people.size(); ++row)
        young.add_if((people.role[row] == Role::reference) & (people.presence[row] == 0) & (people.age(row, now.year) <= oldest_to_share_again), row, people.id[row]);
    young.draw(now.key, now.year, Purpose::leave_home);
    asked_home.assign(households.size(), 0);
    for (std::size_t k = 0; k < young.size(); ++k) asked_home[people.household[young.row(k)]] = 1;
    const auto homes = compose_households(block, now.year, asked_home);
    for (std::size_t k = 0; k < young.size(); ++k) {
        const std::uint32_t row = young.row(k), slot = people.household[row];
        const auto& home = homes[slot];
        if (home.partner != nobody || home.dependants > 0 || home.others > 0 || households.tenure[slot] != Tenure::private_rent) continue;
        if (households.id[slot] == founded_household_id(people.id[row], now.years_since_base())) continue;  // founded in this step
        if (migration_group(people.age(row, now.year), people.economic_status[row]) == MigrationGroup::student)
            seekers.add(seekers.students, block, row);
        else if (happens(young.word(0, k), shares_again))
            seekers.add(seekers.adults, block, row);
    }
}

void LeavingHome::leave_halls(const Block& block, const Moment& now, Seekers& seekers) const {
    const auto& people = block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.role[row] != Role::resident || people.presence[row] != 0) continue;
        if (block.households.kind[people.household[row]] != HouseholdKind::student_hall || people.age(row, now.year) < adult_age) continue;
        if (people.economic_status[row] == EconomicStatus::education && !happens(now.luck(people.id[row], Purpose::leave_home)[0], hall_leaving_chance))
            continue;
        seekers.add(seekers.students, block, row);
    }
}

void LeavingHome::advance(BranchedBlock& branches, const Moment& now) const {
    Seekers seekers;
    for (; seekers.branch < branches.size(); ++seekers.branch) {
        Block& block = branches[seekers.branch].block;
        share_again(block, now, seekers);  // first: who leaves parents or a hall in this step has a home of this step
        leave_parents(block, now, seekers);
        leave_halls(block, now, seekers);
    }
    house_seekers(branches, seekers.adults, [&](Block& block, std::size_t row) { return found_household(block, now, destinations_, row); });
    house_seekers(branches, seekers.students, [&](Block& block, std::size_t row) {
        const auto& people = block.people;
        const Words luck = now.luck(people.id[row], Purpose::founding);
        const std::uint16_t place = ward_of_student_.empty()
            ? people.place[row] : destinations_.place_in(ward_of_student_(luck[0]), Tenure::private_rent, luck[1]);
        const auto home = open_household(block.households, founded_household_id(people.id[row], now.years_since_base()),
                                         HouseholdKind::private_household, place, Tenure::private_rent);
        join_household(block, row, home, Role::reference);
        return home;
    });
}

}  // namespace spires
