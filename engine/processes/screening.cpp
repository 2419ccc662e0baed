#include "processes/screening.hpp"

#include "processes/lever_column.hpp"
#include "processes/screening_lanes.hpp"

#include <algorithm>
#include <array>

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
    : model_(model), levers_(levers), persistence_(static_cast<float>(model.parameters["screening_persistence"])), wanted_(256), covered_(256), concerned_(sexes * ages, 0) {
    const auto& programmes = model.inputs->health.screening;
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        auto& share = share_.emplace_back();
        std::ranges::transform(programmes[p].share, share.begin(), [](double of_decile) { return static_cast<float>(of_decile); });
        if (at_once(programmes[p])) at_once_ = static_cast<Coverage>(at_once_ | 1U << p);
        for (const Sex sex : {Sex::female, Sex::male}) {
            if (!(sex == Sex::female ? programmes[p].women : programmes[p].men)) continue;
            const auto mark = [&](int from, std::size_t bit) {
                for (std::size_t age = age_row(from); age <= age_row(programmes[p].age_to); ++age) concerned_[static_cast<std::size_t>(sex) * ages + age] |= 1 << bit;
            };
            mark(programmes[p].age_from, p);
            mark(programmes[p].age_from - asked_early(programmes[p]), p + invited_above);
        }
        for (std::size_t set = 0; set < wanted_.size(); ++set) wanted_[set][p] = covered_[set][programmes.size() + p] = static_cast<std::int32_t>((set >> p) & 1U);
    }
}

void Screening::advance(Step& step) const {
    thread_local Invitations found;
    thread_local Scratch<Coverage> answers;
    if (share_.empty()) return;
    find(step, found);
    answer(step, found, answers);
    auto& covered = step.block.people.covered;
    const auto accept = [&](Coverage which) {
        for (std::size_t k = 0; k < found.invited.size; ++k) {
            auto& now = covered[found.invited.rows[k]];
            now = static_cast<Coverage>((now & ~which) | (answers[k] & which));
        }
    };
    accept(at_once_);
    count_coverage({.wanted = found.wanted, .covered = covered.data(), .key = step.strata(model_.inputs->places).tally.data(),
                    .as_wanted = wanted_.data(), .as_covered = covered_.data(), .counts = step.tallies.stocks(step.tallies.layout().screened_for(0))});
    accept(static_cast<Coverage>(~at_once_));
}

void Screening::find(Step& step, Invitations& found) const {
    thread_local Column<std::uint32_t> turn;
    const auto& people = step.block.people;
    take_turns(people.id, turn);
    std::array<InvitationTurn, most_screening_programmes> turns{};
    const auto& programmes = model_.inputs->health.screening;
    std::ranges::transform(programmes, turns.begin(), [&](const auto& programme) { return turn_in(programme, step.year); });
    for (auto* list : {&found.wanted, &found.invited}) list->resize(people.size());
    find_invited({.sex_age = step.strata(model_.inputs->places).sex_age.data(), .concerned = concerned_.data(), .turn = turn.data(), .turns = {turns.data(), programmes.size()}},
                 people.size(), found);
}

void Screening::answer(Step& step, const Invitations& found, Scratch<Coverage>& answers) const {
    thread_local Asked asked;
    thread_local Scratch<Coverage> before;
    thread_local std::array<LeverColumn, most_screening_programmes> ratios;
    const auto& people = step.block.people;
    asked.reset(found.invited.size);
    before.resize(found.invited.size);
    answers.resize(found.invited.size);
    for (std::size_t k = 0; k < found.invited.size; ++k) {
        const std::uint32_t row = found.invited.rows[k];
        asked.add_if(true, row, people.id[row]);
        before[k] = people.covered[row];
    }
    asked.draw(step.key, step.year, Purpose::screening);
    std::array<Uptake, most_screening_programmes> uptakes;
    for (std::size_t p = 0; p < share_.size(); ++p) uptakes[p] = {share_[p].data(), ratios[p].ratios(step.levers, levers_.screening_uptake(p), people.size())};
    answer_invitations({.invited = found.invited, .uptakes = {uptakes.data(), share_.size()}, .persistence = persistence_,
                        .decile = step.strata(model_.inputs->places).decile.data(), .lasting = step.lasting_words().column(2), .now = asked.words(), .covered = before.data()},
                       answers.data());
}

}  // namespace spires
