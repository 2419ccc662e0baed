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
    thread_local std::vector<std::uint8_t> parting;
    const auto heads = find_heads(step.block);
    const auto& people = step.block.people;
    asked.reset(heads.partner.size());
    for (std::size_t slot = 0; slot < heads.partner.size(); ++slot) {
        const std::uint32_t partner = heads.partner[slot], reference = heads.reference[slot];
        if (partner == nobody || reference == nobody || people.presence[partner] != 0 || people.presence[reference] != 0) continue;
        const bool partner_first = people.sex[partner] == Sex::female || people.sex[reference] == Sex::male;
        const std::uint32_t first = partner_first ? partner : reference;
        asked.add_if(true, first, people.id[first]);
    }
    asked.draw(step.key, step.year, Purpose::separation);
    parting.assign(heads.partner.size(), 0);
    const auto parts = [&](std::size_t k) {
        const std::uint32_t first = asked.row(k);
        return happens(asked.word(0, k), rates_.separation[static_cast<std::size_t>(people.sex[first])][age_row(people.age(first, step.year))]);
    };
    for (std::size_t k = 0; k < asked.size(); ++k)
        if (parts(k)) parting[people.household[asked.row(k)]] = 1;
    const auto homes = compose_households(step.block, step.year, parting);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t first = asked.row(k), slot = people.household[first];
        if (parting[slot] == 0) continue;
        part(step, first, homes[slot].partner == first ? homes[slot].reference : homes[slot].partner, homes[slot].dependants > 0, asked.words(k));
    }
}

}  // namespace spires
