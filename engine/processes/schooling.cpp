#include "processes/schooling.hpp"

#include "core/odds.hpp"
#include "interventions/overlay.hpp"
#include "population/row_lanes.hpp"
#include "processes/asked.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr int reception_age = 4;       // at the start of the step in which Reception ends
constexpr int last_school_age = 15;    // turns 16 in the step
constexpr int last_learning_age = 29;

}  // namespace

Schooling::Schooling(const Inputs& inputs, const DevelopmentLinks& links, double unemployed_of_neet)
    : inputs_(inputs), links_(links), unemployed_of_neet_(unemployed_of_neet) {
    tabulate_limits();
    tabulate_first_words();
}

/// Levels are split between those who reached a good level of development and others, so that each decile keeps its own.
void Schooling::tabulate_limits() {
    for (int age = youngest; age <= oldest; ++age)
        for (std::size_t d = 0; d < deciles; ++d) {
            std::array<Limits, groups> limits{};
            double below = 0;
            for (std::size_t level = 0; level < levels; ++level) {
                const auto [without, with] = split_share(below, links_.reached[d], 1.0 / links_.qualification_odds_ratio);
                limits[static_cast<std::size_t>(Development::not_assessed)][level] = below;
                limits[static_cast<std::size_t>(Development::not_reached)][level] = without;
                limits[static_cast<std::size_t>(Development::reached)][level] = with;
                below += inputs_.social.qualifications(age, d)[level];
            }
            for (auto& of_group : limits) of_group[levels] = 1.0;
            limits_.insert(limits_.end(), limits.begin(), limits.end());
        }
}

/// Who stands at rank u of a level rises where the level above begins, a year on, at or below that rank.
void Schooling::tabulate_first_words() {
    constexpr double narrow = 1e-6;  // shares of people too few to tell apart by a word: all are asked
    for (int age = youngest; age < oldest; ++age)
        for (std::size_t d = 0; d < deciles; ++d)
            for (std::size_t group = 0; group < groups; ++group) {
                const Limits &now = limits_[place_of(age, d, group)], &next = limits_[place_of(age + 1, d, group)];
                auto& first = first_words_.emplace_back();
                for (std::size_t level = 0; level < levels; ++level) {
                    const double width = now[level + 1] - now[level];
                    const double from = width < narrow ? 0.0 : std::clamp((next[level + 1] - now[level]) / width, 0.0, 1.0);
                    first[level] = static_cast<std::uint32_t>(std::max(0.0, from * 0x1p32 - 2.0));
                }
            }
}

bool Schooling::may_rise(const Step& step, std::size_t row, std::uint32_t word) const noexcept {
    const auto& people = step.block.people;
    const int age = people.age(row, step.year);
    return age < youngest || word >= first_words_[place_of(age, inputs_.places.decile_of[people.place[row]], static_cast<std::size_t>(people.development[row]))]
                                                  [static_cast<std::size_t>(people.qualification[row])];
}

void Schooling::advance(Step& step) const {
    const auto& people = step.block.people;
    thread_local Asked asked;
    asked.reset(people.size());
    for (const std::uint32_t row : find_of_ages(people, step.year, {reception_age, reception_age})) asked.add_if(true, row, people.id[row]);
    const std::size_t pupils = asked.size();
    for (const std::uint32_t row : find_of_ages(people, step.year, {last_school_age, last_learning_age}))
        asked.add_if(people.qualification[row] != Qualification::level_4 || people.age(row, step.year) == last_school_age, row, people.id[row]);
    asked.draw(step.key, step.year, Purpose::education);
    for (std::size_t k = 0; k < pupils; ++k) assess_development(step, asked.row(k), asked.words(k));
    for (std::size_t k = pupils; k < asked.size(); ++k) {
        if (people.age(asked.row(k), step.year) == last_school_age) leave_school(step, asked.row(k), asked.words(k));
        if (may_rise(step, asked.row(k), asked.word(3, k))) learn(step, asked.row(k), uniform(asked.word(3, k)));
    }
}

void Schooling::assess_development(Step& step, std::size_t row, const Words& words) const {
    auto& people = step.block.people;
    const auto& place = inputs_.places.places[people.place[row]];
    const double base = inputs_.social.good_level_of_development[static_cast<std::size_t>(people.sex[row])][place.decile];
    const double p = with_odds_ratio(base, step.levers.ratio(LeverTable::of(Lever::good_level_of_development), row));
    const bool reached = happens(words[0], p);
    people.development[row] = reached ? Development::reached : Development::not_reached;
    step.tallies.add(place.cell, people.sex[row], reception_age + 1, Count::development_assessed, 1);
    if (reached) step.tallies.add(place.cell, people.sex[row], reception_age + 1, Count::developed_well, 1);
}

void Schooling::leave_school(Step& step, std::size_t row, const Words& words) const {
    auto& people = step.block.people;
    const double base = links_.neet[people.development[row] == Development::reached ? 1 : 0];
    const double neet = with_odds_ratio(base, step.levers.ratio(LeverTable::of(Lever::neet), row));
    people.economic_status[row] = !happens(words[1], neet) ? EconomicStatus::education
                                  : happens(words[2], unemployed_of_neet_) ? EconomicStatus::unemployed : EconomicStatus::inactive;
}

void Schooling::learn(Step& step, std::size_t row, double u) const {
    auto& people = step.block.people;
    const int age = people.age(row, step.year);
    const std::size_t decile = inputs_.places.decile_of[people.place[row]];
    double rank = u;
    if (age >= youngest) {
        const auto& now = limits(age, decile, people.development[row]);
        const auto level = static_cast<std::size_t>(people.qualification[row]);
        rank = now[level] + u * (now[level + 1] - now[level]);
    }
    const auto& next = limits(age + 1, decile, people.development[row]);
    std::size_t reached = 0, so_far = 1;  // without branches: ranks are hard for a processor to foresee
    for (std::size_t level = 1; level < levels; ++level) {
        so_far &= rank >= next[level] ? 1 : 0;
        reached += so_far;
    }
    people.qualification[row] = std::max(people.qualification[row], static_cast<Qualification>(reached));
}

}  // namespace spires
