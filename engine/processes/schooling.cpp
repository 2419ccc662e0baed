#include "processes/schooling.hpp"

#include "core/maths.hpp"
#include "interventions/overlay.hpp"
#include "processes/asked.hpp"
#include "scenario/levers.hpp"

namespace spires {

namespace {

constexpr int reception_age = 4;       // at the start of the step in which Reception ends
constexpr int last_school_age = 15;    // turns 16 in the step
constexpr int last_learning_age = 29;

/// The qualification at rank u of the shares of an age and decile.
Qualification at_rank(const std::array<double, 4>& shares, double u) {
    std::size_t level = 0;
    for (double below = shares[0]; level < 3 && u >= below; below += shares[level]) ++level;
    return static_cast<Qualification>(level);
}

}  // namespace

Schooling::Schooling(const Inputs& inputs, const DevelopmentLinks& links) : inputs_(inputs), links_(links), qualification_odds_(std::sqrt(links.qualification_odds_ratio)) {}

void Schooling::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& rows = step.rows_by_age(inputs_.places);
    rows.for_each(reception_age, reception_age, [&](std::uint32_t row) { assess_development(step, row); });
    rows.for_each(last_school_age, last_school_age, [&](std::uint32_t row) { leave_school(step, row); });
    thread_local Asked learners;
    learners.reset(people.size());
    rows.for_each(last_school_age, last_learning_age, [&](std::uint32_t row) { learners.add_if(people.qualification[row] != Qualification::level_4, row, people.id[row]); });
    learners.draw(step.key, 0, Purpose::education);  // one rank for life
    for (std::size_t k = 0; k < learners.size(); ++k)
        qualify(step, learners.row(k), people.age(learners.row(k), step.year) + 1, uniform(learners.word(3, k)));
}

void Schooling::assess_development(Step& step, std::size_t row) const {
    auto& people = step.block.people;
    const auto& place = inputs_.places.places[people.place[row]];
    const double base = inputs_.social.good_level_of_development[static_cast<std::size_t>(people.sex[row])][place.decile];
    const double p = with_odds_ratio(base, step.levers.ratio(LeverTable::of(Lever::good_level_of_development), row));
    const bool reached = happens(draw(step.key, people.id[row], step.year, Purpose::education)[0], p);
    people.development[row] = reached ? Development::reached : Development::not_reached;
    step.tallies.add(place.cell, people.sex[row], reception_age + 1, Count::development_assessed, 1);
    if (reached) step.tallies.add(place.cell, people.sex[row], reception_age + 1, Count::developed_well, 1);
}

void Schooling::leave_school(Step& step, std::size_t row) const {
    auto& people = step.block.people;
    const Words words = draw(step.key, people.id[row], step.year, Purpose::education);
    const double base = links_.neet[people.development[row] == Development::reached ? 1 : 0];
    const double neet = with_odds_ratio(base, step.levers.ratio(LeverTable::of(Lever::neet), row));
    people.economic_status[row] = !happens(words[1], neet) ? EconomicStatus::education
                                  : happens(words[2], 0.5) ? EconomicStatus::unemployed : EconomicStatus::inactive;
}

void Schooling::qualify(Step& step, std::size_t row, int age, double u) const {
    auto& people = step.block.people;
    if (people.development[row] != Development::not_assessed) {
        const double factor = people.development[row] == Development::reached ? qualification_odds_ : 1.0 / qualification_odds_;
        u = with_odds_ratio(u, factor);
    }
    const auto reached = at_rank(inputs_.social.qualifications(age, inputs_.places.places[people.place[row]].decile), u);
    people.qualification[row] = std::max(people.qualification[row], reached);
}

}  // namespace spires
