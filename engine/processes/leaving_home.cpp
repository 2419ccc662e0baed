#include "processes/leaving_home.hpp"

#include "population/households.hpp"
#include "processes/founding.hpp"
#include "processes/shared_homes.hpp"

namespace spires {

namespace {

constexpr std::size_t oldest_to_share_again = 34;

}  // namespace

LeavingHome::LeavingHome(const HouseholdRates& rates, const MigrationWards& wards, const Destinations& destinations)
    : rates_(rates), destinations_(destinations), ward_of_student_(wards.arrival_share[static_cast<std::size_t>(MigrationGroup::student)]) {
    for (const Sex sex : {Sex::female, Sex::male}) {
        for (std::size_t age = follower_age; age < ages; ++age) leaving_.raise(sex, age, rates.leave_home[static_cast<std::size_t>(sex)][age]);
        for (std::size_t age = 0; age <= oldest_to_share_again; ++age) {
            const bool may_study = migration_group(static_cast<int>(age), EconomicStatus::education) == MigrationGroup::student;
            sharing_.raise(sex, age, may_study ? 1.0 : rates.shares.renters_share_again);
        }
    }
}

void LeavingHome::leave_parents(Block& block, const Moment& now, const BlockWords& luck, Seekers& seekers) const {
    const auto& people = block.people;
    for (const std::uint32_t row : find_candidates(people, now.year, luck.column(0), leaving_)) {
        if (people.role[row] != Role::child || people.presence[row] != 0) continue;
        if (!happens(luck.word(0, row), rates_.leave_home[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, now.year))])) continue;
        if (happens(luck.word(1, row), rates_.shares.leave_parents_to_share))
            seekers.add(seekers.adults, block, row);
        else
            found_household(block, now, destinations_, row);
    }
}

void LeavingHome::share_again(const Block& block, const Moment& now, const BlockWords& luck, Seekers& seekers) const {
    thread_local Column<std::int32_t> asked_home;
    thread_local std::vector<std::uint32_t> young;  // who rent, alone or not
    const auto& people = block.people;
    const auto& households = block.households;
    asked_home.assign(households.size(), 0);
    young.clear();
    for (const std::uint32_t row : find_candidates(people, now.year, luck.column(0), sharing_)) {
        if (people.role[row] != Role::reference || people.presence[row] != 0 || households.tenure[people.household[row]] != Tenure::private_rent) continue;
        asked_home[people.household[row]] = 1;
        young.push_back(row);
    }
    const auto homes = compose_households(block, now.year, asked_home);
    for (const std::uint32_t row : young) {
        const std::uint32_t slot = people.household[row];
        const auto& home = homes[slot];
        if (home.partner != nobody || home.dependants > 0 || home.others > 0) continue;
        if (households.id[slot] == founded_household_id(people.id[row], now.years_since_base())) continue;  // founded in this step
        if (migration_group(people.age(row, now.year), people.economic_status[row]) == MigrationGroup::student)
            seekers.add(seekers.students, block, row);
        else if (happens(luck.word(0, row), rates_.shares.renters_share_again))
            seekers.add(seekers.adults, block, row);
    }
}

void LeavingHome::leave_halls(const Block& block, const Moment& now, const BlockWords& luck, Seekers& seekers) const {
    const auto& people = block.people;
    for (const std::uint32_t row : find_role(people, Role::resident)) {
        if (people.presence[row] != 0) continue;
        if (block.households.kind[people.household[row]] != HouseholdKind::student_hall || people.age(row, now.year) < adult_age) continue;
        if (people.economic_status[row] == EconomicStatus::education && !happens(luck.word(0, row), rates_.shares.leave_student_hall)) continue;
        seekers.add(seekers.students, block, row);
    }
}

void LeavingHome::advance(BranchedBlock& branches, const Moment& now) const {
    thread_local BlockWords luck;
    Seekers seekers;
    for (; seekers.branch < branches.size(); ++seekers.branch) {
        Block& block = branches[seekers.branch].block;
        luck.draw_all(now.key, block.people.id, now.year, Purpose::leave_home);
        share_again(block, now, luck, seekers);  // first: who leaves parents or a hall in this step has a home of this step
        leave_parents(block, now, luck, seekers);
        leave_halls(block, now, luck, seekers);
    }
    house_seekers(branches, rates_.shares.persons_in_shared_home, seekers.adults, [&](Block& block, std::size_t row) { return found_household(block, now, destinations_, row); });
    house_seekers(branches, rates_.shares.persons_in_shared_home, seekers.students, [&](Block& block, std::size_t row) {
        const auto& people = block.people;
        const Words where = now.luck(people.id[row], Purpose::founding);
        const std::uint16_t place = ward_of_student_.empty()
            ? people.place[row] : destinations_.place_in(ward_of_student_(where[0]), Tenure::private_rent, where[1]);
        const auto home = open_household(block.households, founded_household_id(people.id[row], now.years_since_base()),
                                         HouseholdKind::private_household, place, Tenure::private_rent);
        join_household(block, row, home, Role::reference);
        return home;
    });
}

}  // namespace spires
