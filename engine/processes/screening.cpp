#include "processes/screening.hpp"

#include "interventions/overlay.hpp"
#include "processes/screening_lanes.hpp"

#include <algorithm>
#include <bit>

namespace spires {

namespace {

bool at_once(const ScreeningProgramme& programme) noexcept { return programme.months_between <= 12; }  // a winter, or once in a life

/// Where in an interval somebody is invited, from 0 to 2³²: the same all their life.
void take_turns(std::span<const std::uint64_t> people, Column<std::uint32_t>& turn) {
    turn.resize(people.size());
    for (std::size_t row = 0; row < people.size(); ++row) turn[row] = static_cast<std::uint32_t>((people[row] * 0x9e3779b97f4a7c15ULL) >> 32U);
}

/// The turns of this year: the interval's years are equal parts of all turns.
InvitationTurn turn_in(const ScreeningProgramme& programme, int year) noexcept {
    const auto interval = static_cast<std::uint64_t>(std::max(1, programme.months_between / 12)), now = static_cast<std::uint32_t>(year) % interval;
    const auto from = [&](std::uint64_t part) { return ((part << 32U) + interval - 1) / interval; };
    return {static_cast<std::uint32_t>(from(now)), static_cast<std::uint32_t>(from(now + 1) - 1 - from(now))};
}

}  // namespace

Screening::Screening(const Model& model, const LeverTable& levers)
    : model_(model), levers_(levers), persistence_(model.parameters["screening_persistence"]), concerned_(sexes * ages, 0) {
    const auto& programmes = model.inputs->health.screening;
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        if (at_once(programmes[p])) at_once_ = static_cast<Coverage>(at_once_ | 1U << p);
        for (const Sex sex : {Sex::female, Sex::male}) {
            if (!(sex == Sex::female ? programmes[p].women : programmes[p].men)) continue;
            const auto mark = [&](int from, std::size_t bit) {
                for (std::size_t age = age_row(from); age <= age_row(programmes[p].age_to); ++age) concerned_[static_cast<std::size_t>(sex) * ages + age] |= 1 << bit;
            };
            mark(programmes[p].age_from, p);
            mark(programmes[p].age_from - asked_early(programmes[p]), p + invited_above);
        }
    }
}

void Screening::advance(Step& step) const {
    thread_local Invited found;
    find(step, found);
    answer(step, found);
    auto& covered = step.block.people.covered;
    const auto accept = [&](Coverage which) {
        for (std::size_t k = 0; k < found.lists.invited; ++k) {
            auto& now = covered[found.invited_rows[k]];
            now = static_cast<Coverage>((now & ~which) | (found.answers[k] & which));
        }
    };
    accept(at_once_);
    const auto& layout = step.tallies.layout();
    const auto counts = step.tallies.counts(layout.screened_for(0));
    count_coverage({.rows = {found.wanted_rows.data(), found.lists.wanted}, .wanted = found.wanted.data(), .covered = covered.data(),
                    .key = step.strata(model_.inputs->places).tally.data(), .programmes = layout.screening, .counts = counts.first, .stride = counts.stride});
    accept(static_cast<Coverage>(~at_once_));
}

void Screening::find(Step& step, Invited& found) const {
    thread_local Column<std::uint32_t> turn;
    const auto& people = step.block.people;
    take_turns(people.id, turn);
    std::array<InvitationTurn, most_screening_programmes> turns{};
    const auto& programmes = model_.inputs->health.screening;
    std::ranges::transform(programmes, turns.begin(), [&](const auto& programme) { return turn_in(programme, step.year); });
    for (auto* column : {&found.wanted, &found.invited, &found.answers}) column->resize(people.size());
    for (auto* column : {&found.wanted_rows, &found.invited_rows}) column->resize(people.size());
    found.lists = find_invited({.sex_age = step.strata(model_.inputs->places).sex_age.data(), .concerned = concerned_.data(), .turn = turn.data(),
                                .turns = {turns.data(), programmes.size()}, .wanted = found.wanted.data(), .invited = found.invited.data(),
                                .wanted_rows = found.wanted_rows.data(), .invited_rows = found.invited_rows.data()},
                               people.size());
}

/// What invitations of the step will have led to; who is not asked again keeps what they had.
void Screening::answer(Step& step, Invited& found) const {
    thread_local Asked asked;
    const auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    const auto& lasting = step.lasting_words();
    asked.reset(found.lists.invited);
    for (std::size_t k = 0; k < found.lists.invited; ++k) asked.add_if(true, found.invited_rows[k], people.id[found.invited_rows[k]]);
    asked.draw(step.key, step.year, Purpose::screening);
    std::array<bool, most_screening_programmes> moved{};
    for (std::size_t p = 0; p < model_.inputs->health.screening.size(); ++p) moved[p] = step.levers.moves_ratio(levers_.screening_uptake(p));
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t row = asked.row(k);
        const std::uint32_t invited = found.invited[row];
        std::uint32_t answer = people.covered[row] & ~invited;
        for (std::uint32_t left = invited; left != 0; left &= left - 1) {
            const auto p = static_cast<std::size_t>(std::countr_zero(left));
            const double base = model_.inputs->health.screening[p].share[static_cast<std::size_t>(strata.decile[row])];
            const double share = moved[p] ? with_odds_ratio(base, step.levers.ratio(levers_.screening_uptake(p), row)) : base;
            answer |= comes_to_screening(persistence_, share, lasting.word(2, row), asked.words(k), p) ? 1U << p : 0U;
        }
        found.answers[k] = static_cast<Coverage>(answer);
    }
}

}  // namespace spires
