#include "processes/separations.hpp"

#include "population/households.hpp"
#include "processes/founding.hpp"

namespace spires {

Separations::Separations(const HouseholdRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = 0; age < ages; ++age) highest_.raise(sex, age, rates.separation[static_cast<std::size_t>(sex)][age]);
}

void Separations::part(Step& step, std::size_t first, std::size_t second, bool children, const Words& luck) const {
    const bool first_stays = happens(luck[1], children ? rates_.shares.children_stay_with_mother : 0.5);
    const std::size_t stays = first_stays ? first : second;
    const std::size_t goes = first_stays ? second : first;
    step.block.people.role[stays] = Role::reference;
    found_household(step.block, {step.key, step.year, step.base_year}, destinations_, goes);
}

void Separations::advance(Step& step) const {
    thread_local Column<std::int32_t> could;  // by household
    const auto& people = step.block.people;
    const std::uint32_t* const luck = step.event_words().column(2);
    const auto candidates = find_candidates(people, step.year, luck, highest_);
    could.assign(step.block.households.size(), 0);
    for (const std::uint32_t row : candidates)
        if (people.role[row] == Role::reference || people.role[row] == Role::partner) could[people.household[row]] = 1;
    const auto homes = compose_households(step.block, step.year, could);
    for (const std::uint32_t row : candidates) {
        const std::size_t slot = people.household[row];
        if (slot >= could.size() || could[slot] == 0) continue;  // who has just moved out lives in a home that is new
        const auto& home = homes[slot];
        if (home.partner == nobody || home.reference == nobody || people.presence[home.partner] != 0 || people.presence[home.reference] != 0) continue;
        const bool partner_first = people.sex[home.partner] == Sex::female || people.sex[home.reference] == Sex::male;
        if (row != (partner_first ? home.partner : home.reference)) continue;
        if (!happens(luck[row], rates_.separation[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, step.year))])) continue;
        could[slot] = 0;
        part(step, row, partner_first ? home.reference : home.partner, home.dependants > 0, draw(step.key, people.id[row], step.year, Purpose::separation));
    }
}

}  // namespace spires
