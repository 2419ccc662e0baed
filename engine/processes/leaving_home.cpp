#include "processes/leaving_home.hpp"

#include "population/households.hpp"
#include "processes/asked.hpp"
#include "processes/founding.hpp"
#include "processes/shared_homes.hpp"

namespace spires {

namespace {

constexpr std::size_t oldest_to_share_again = 34;

}  // namespace

LeavingHome::LeavingHome(const HouseholdRates& rates, const MigrationWards& wards, const Destinations& destinations)
    : rates_(rates), destinations_(destinations), ward_of_student_(wards.arrival_share[static_cast<std::size_t>(MigrationGroup::student)]) {
    asked_.add(Role::child, follower_age);
    asked_.add(Role::resident, adult_age);
    asked_.add(Role::reference, 0, oldest_to_share_again);
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = 0; age < ages; ++age) {
            const bool may_study = migration_group(static_cast<int>(age), EconomicStatus::education) == MigrationGroup::student;
            highest_of(Role::child, sex, age) = rates.leave_home[static_cast<std::size_t>(sex)][age];
            highest_of(Role::reference, sex, age) = may_study ? 1.0 : rates.shares.renters_share_again;
            highest_of(Role::resident, sex, age) = 1.0;
        }
}

/// Lists those who could leave by their luck: whom it befalls is hard for a processor to foresee, so everybody is written down first.
std::span<const std::uint32_t> LeavingHome::find_lucky(const Block& block, const Moment& now, Asked& asked) const {
    thread_local std::vector<std::uint32_t> lucky;  // numbers of those asked
    const auto& people = block.people;
    const auto rows = find_of_roles_and_ages(people, now.year, asked_);
    asked.reset(rows.size());
    for (const std::uint32_t row : rows) asked.add_if(true, row, people.id[row]);
    asked.draw(now.key, now.year, Purpose::leave_home);
    if (lucky.size() <= asked.size()) lucky.resize(asked.size() + 1);
    std::size_t found = 0;
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t row = asked.row(k);
        lucky[found] = static_cast<std::uint32_t>(k);
        found += happens(asked.word(0, k), highest_[place_of(people.role[row], people.sex[row], age_row(people.age(row, now.year)))]) ? 1 : 0;
    }
    return {lucky.data(), found};
}

/// Sorts out who leaves by what they leave: parents, a hall, or a home rented alone.
void LeavingHome::find_leavers(const Block& block, const Moment& now, Leavers& leavers, Seekers& seekers) const {
    thread_local Asked asked;
    const auto& people = block.people;
    const auto& households = block.households;
    for (const std::uint32_t k : find_lucky(block, now, asked)) {
        const std::uint32_t row = asked.row(k), home = people.household[row];
        if (people.role[row] == Role::child) {
            if (happens(asked.word(1, k), rates_.shares.leave_parents_to_share)) seekers.add(seekers.adults, block, row);
            else leavers.founders.push_back(row);
        } else if (people.role[row] == Role::resident) {
            if (households.kind[home] != HouseholdKind::student_hall) continue;
            if (people.economic_status[row] == EconomicStatus::education && !happens(asked.word(0, k), rates_.shares.leave_student_hall)) continue;
            seekers.add(seekers.students, block, row);
        } else {
            if (households.tenure[home] != Tenure::private_rent) continue;
            if (!is_student(people, row, now) && !happens(asked.word(0, k), rates_.shares.renters_share_again)) continue;
            if (households.id[home] == founded_household_id(people.id[row], now.years_since_base())) continue;  // founded in this step
            leavers.young_renters.push_back(row);
        }
    }
}

bool LeavingHome::is_student(const PersonColumns& people, std::size_t row, const Moment& now) {
    return migration_group(people.age(row, now.year), people.economic_status[row]) == MigrationGroup::student;
}

/// Those of the young who rent that live alone share again.
void LeavingHome::share_again(const Block& block, const Moment& now, std::span<const std::uint32_t> young_renters, Seekers& seekers) {
    thread_local FewHomes homes;
    const auto& people = block.people;
    homes.forget();
    for (const std::uint32_t row : young_renters) homes.ask(block, people.household[row]);
    homes.compose(block, now.year);
    for (const std::uint32_t row : young_renters) {
        const auto& home = homes[people.household[row]];
        if (home.partner == nobody && home.dependants == 0 && home.others == 0)
            seekers.add(is_student(people, row, now) ? seekers.students : seekers.adults, block, row);
    }
}

/// Opens homes in the wards of students.
std::span<const std::uint32_t> LeavingHome::found_student_homes(Block& block, const Moment& now, std::span<const std::uint32_t> founders) const {
    thread_local Asked luck;
    thread_local std::vector<std::uint32_t> slots;
    const auto& people = block.people;
    luck.reset(founders.size());
    for (const std::uint32_t row : founders) luck.add_if(true, row, people.id[row]);
    luck.draw(now.key, now.year, Purpose::founding);
    slots.clear();
    for (std::size_t k = 0; k < luck.size(); ++k) {
        const std::uint32_t row = luck.row(k);
        const std::uint16_t place = ward_of_student_.empty()
            ? people.place[row] : destinations_.place_in(ward_of_student_(luck.word(0, k)), Tenure::private_rent, luck.word(1, k));
        slots.push_back(open_household(block.households, founded_household_id(luck.id(k), now.years_since_base()), HouseholdKind::private_household,
                                       place, Tenure::private_rent));
        join_household(block, row, slots.back(), Role::reference);
    }
    return slots;
}

void LeavingHome::advance(BranchedBlock& branches, const Moment& now) const {
    thread_local Leavers leavers;
    thread_local Seekers seekers;
    seekers.forget();
    for (; seekers.branch < branches.size(); ++seekers.branch) {
        Block& block = branches[seekers.branch].block;
        leavers.founders.clear();
        leavers.young_renters.clear();
        find_leavers(block, now, leavers, seekers);
        share_again(block, now, leavers.young_renters, seekers);
        found_households(block, now, destinations_, leavers.founders);
    }
    house_seekers(branches, rates_.shares.persons_in_shared_home, seekers.adults,
                  [&](Block& block, std::span<const std::uint32_t> founders) { return found_households(block, now, destinations_, founders); });
    house_seekers(branches, rates_.shares.persons_in_shared_home, seekers.students,
                  [&](Block& block, std::span<const std::uint32_t> founders) { return found_student_homes(block, now, founders); });
}

}  // namespace spires
