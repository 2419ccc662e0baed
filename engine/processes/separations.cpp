#include "processes/separations.hpp"

#include "population/households.hpp"
#include "processes/asked.hpp"
#include "processes/founding.hpp"

namespace spires {

void Separations::part(Step& step, std::size_t first, std::size_t second, bool children, const Words& luck) const {
    const bool first_stays = happens(luck[1], children ? 0.9 : 0.5);
    const std::size_t stays = first_stays ? first : second;
    const std::size_t goes = first_stays ? second : first;
    step.block.people.role[stays] = Role::reference;
    found_household(step.block, {step.key, step.year, step.base_year}, destinations_, goes);
}

void Separations::advance(Step& step) const {
    thread_local Asked asked;
    const auto homes = compose_households(step.block, step.year);
    const auto& people = step.block.people;
    asked.reset(homes.size());
    for (const auto& home : homes) {
        if (home.partner == nobody || home.reference == nobody) continue;
        if (people.presence[home.partner] != 0 || people.presence[home.reference] != 0) continue;
        const bool partner_first = people.sex[home.partner] == Sex::female || people.sex[home.reference] == Sex::male;
        const std::uint32_t first = partner_first ? home.partner : home.reference;
        asked.add_if(true, first, people.id[first]);
    }
    asked.draw(step.key, step.year, Purpose::separation);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t first = asked.row(k);
        const double rate = rates_.separation[static_cast<std::size_t>(people.sex[first])][age_row(people.age(first, step.year))];
        if (!happens(asked.word(0, k), rate)) continue;
        const auto& home = homes[people.household[first]];
        part(step, first, home.partner == first ? home.reference : home.partner, home.dependants > 0, asked.words(k));
    }
}

}  // namespace spires
