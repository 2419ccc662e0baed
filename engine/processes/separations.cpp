#include "processes/separations.hpp"

#include "population/households.hpp"
#include "processes/founding.hpp"

#include <vector>

namespace spires {

Separations::Separations(const HouseholdRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = 0; age < ages; ++age) highest_.raise(sex, age, rates.separation[static_cast<std::size_t>(sex)][age]);
}

/// Who goes, of the two; the other one keeps the home.
std::uint32_t Separations::part(Step& step, std::uint32_t first, std::uint32_t second, bool children) const {
    const Words luck = draw(step.key, step.block.people.id[first], step.year, Purpose::separation);
    const bool first_stays = happens(luck[1], children ? rates_.shares.children_stay_with_mother : 0.5);
    step.block.people.role[first_stays ? first : second] = Role::reference;
    return first_stays ? second : first;
}

void Separations::advance(Step& step) const {
    thread_local FewHomes homes;
    thread_local std::vector<std::uint32_t> could, go;
    const auto& people = step.block.people;
    const std::uint32_t* const luck = step.event_words().column(2);
    homes.forget();
    could.clear();
    go.clear();
    for (const std::uint32_t row : find_candidates(people, step.year, luck, highest_, roles_of(Role::reference, Role::partner))) {
        if (!happens(luck[row], rates_.separation[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, step.year))])) continue;
        homes.ask(step.block, people.household[row]);
        could.push_back(row);
    }
    homes.compose(step.block, step.year);
    for (const std::uint32_t row : could) {
        auto& home = homes[people.household[row]];
        if (home.partner == nobody || home.reference == nobody || people.presence[home.partner] != 0 || people.presence[home.reference] != 0) continue;
        const bool partner_first = people.sex[home.partner] == Sex::female || people.sex[home.reference] == Sex::male;
        if (row != (partner_first ? home.partner : home.reference)) continue;
        go.push_back(part(step, row, partner_first ? home.reference : home.partner, home.dependants > 0));
        home.partner = nobody;  // they part once
    }
    found_households(step.block, {step.key, step.year, step.base_year}, destinations_, go);
}

}  // namespace spires
