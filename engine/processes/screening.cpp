#include "processes/screening.hpp"

#include "interventions/overlay.hpp"

#include <algorithm>

namespace spires {

namespace {

/// The year of their programme's interval in which somebody is invited: the same all their life.
std::uint32_t turn_of(std::uint64_t id, std::uint32_t interval) noexcept {
    const auto mixed = static_cast<std::uint32_t>((id * 0x9e3779b97f4a7c15ULL) >> 32U);
    return static_cast<std::uint32_t>((std::uint64_t{mixed} * interval) >> 32U);
}

}  // namespace

Screening::Screening(const Model& model, const LeverTable& levers) : model_(model), levers_(levers), persistence_(model.parameters["screening_persistence"]) {}

void Screening::advance(Step& step) const {
    for (std::size_t p = 0; p < model_.inputs->health.screening.size(); ++p) {
        const auto& programme = model_.inputs->health.screening[p];
        const bool at_once = programme.months_between <= 12;  // a winter, or once in a life
        if (!at_once) count(step, p);
        for (const Sex sex : {Sex::female, Sex::male})
            if (sex == Sex::female ? programme.women : programme.men) invite(step, p, sex);
        if (at_once) count(step, p);
    }
}

/// Those whom a programme is for, and who of them is covered.
void Screening::count(Step& step, std::size_t p) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto& programme = model_.inputs->health.screening[p];
    const auto& layout = step.tallies.layout();
    const auto wanted = step.tallies.counts(layout.screened_for(p)), covered = step.tallies.counts(layout.covered(p));
    for (const Sex sex : {Sex::female, Sex::male}) {
        if (!(sex == Sex::female ? programme.women : programme.men)) continue;
        for (const std::uint32_t row : step.rows_by_age(model_.inputs->places).of(sex, programme.age_from, programme.age_to)) {
            wanted[strata.tally[row]] += 1;
            covered[strata.tally[row]] += (people.covered[row] >> p) & 1U;
        }
    }
}

void Screening::invite(Step& step, std::size_t p, Sex sex) const {
    thread_local Asked asked;
    auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto& programme = model_.inputs->health.screening[p];
    const auto interval = static_cast<std::uint32_t>(std::max(1, programme.months_between / 12)), now = static_cast<std::uint32_t>(step.year) % interval;
    const auto rows = step.rows_by_age(model_.inputs->places).of(sex, programme.age_from - asked_early(programme), programme.age_to);
    asked.reset(rows.size());
    for (const std::uint32_t row : rows) asked.add_if(turn_of(people.id[row], interval) == now, row, people.id[row]);
    asked.draw(step.key, step.year, Purpose::screening);
    const auto& lasting = step.lasting_words();
    const auto bit = static_cast<Coverage>(1U << p);
    const bool moved = step.levers.moves_ratio(levers_.screening_uptake(p));
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t row = asked.row(k);
        const double base = programme.share[static_cast<std::size_t>(strata.decile[row])];
        const double share = moved ? with_odds_ratio(base, step.levers.ratio(levers_.screening_uptake(p), row)) : base;
        const bool comes = comes_to_screening(persistence_, share, lasting.word(2, row), asked.words(k), p);
        people.covered[row] = static_cast<Coverage>(comes ? people.covered[row] | bit : people.covered[row] & ~bit);
    }
}

}  // namespace spires
