#include "processes/screening.hpp"

#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"

namespace spires {

Screening::Screening(const Model& model, const LeverTable& levers) : model_(model), levers_(levers), persistence_(model.parameters["screening_persistence"]) {}

void Screening::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    thread_local BlockWords life, now;
    life.draw_all(lifelong(step.key), people.id, 0, Purpose::lifelong);
    now.draw_all(step.key, people.id, step.year, Purpose::screening);
    for (std::size_t p = 0; p < model_.inputs->health.screening.size(); ++p) invite(step, strata, p, life, now);
}

void Screening::invite(Step& step, const Strata& strata, std::size_t p, const BlockWords& life, const BlockWords& now) const {
    auto& people = step.block.people;
    const auto& programme = model_.inputs->health.screening[p];
    const std::size_t programmes = model_.inputs->health.screening.size();
    const auto of_programmes = step.tallies.counts(step.tallies.layout().screened_for(0));
    const auto bit = static_cast<Coverage>(1U << p);
    const int years = std::max(1, programme.months_between / 12);
    const bool at_once = programme.months_between <= 12;  // a winter, or once in a life
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = strata.age[row];
        // Invitations begin one interval early, so that whoever is counted has been asked once.
        if (age > programme.age_to || age < programme.age_from - (at_once ? 0 : years)) continue;
        const bool counted = programme.concerns(people.sex[row], age);
        if (!counted && !(people.sex[row] == Sex::female ? programme.women : programme.men)) continue;
        std::int64_t* const counts = of_programmes.at(static_cast<std::size_t>(strata.tally[row]));
        if (counted && !at_once) counts[programmes + p] += (people.covered[row] & bit) != 0;
        if ((people.id[row] + static_cast<std::uint64_t>(step.year)) % static_cast<std::uint64_t>(years) == 0) {
            const double share = with_odds_ratio(programme.share[static_cast<std::size_t>(strata.decile[row])], step.levers.ratio(levers_.screening_uptake(p), row));
            const bool comes = comes_to_screening(persistence_, share, life.word(2, row), now.at(row), p);
            people.covered[row] = static_cast<Coverage>(comes ? people.covered[row] | bit : people.covered[row] & ~bit);
        }
        if (!counted) continue;
        counts[p] += 1;
        if (at_once) counts[programmes + p] += (people.covered[row] & bit) != 0;
    }
}

}  // namespace spires
