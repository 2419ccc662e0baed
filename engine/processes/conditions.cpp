#include "processes/conditions.hpp"

#include "interventions/overlay.hpp"

#include <algorithm>
#include <bit>

namespace spires {

namespace {

/// Draws four words at a time: condition c takes word c mod 4 of its block.
class ConditionWords {
public:
    ConditionWords(const Step& step, std::size_t row, ConditionEvent event) : key_(step.key), id_(step.block.people.id[row]), year_(step.year), event_(event) {}
    std::uint32_t operator[](std::size_t condition) {
        if (condition / 4 != held_) {
            held_ = condition / 4;
            words_ = draw(key_, id_, year_, condition_purpose(event_, condition));
        }
        return words_[condition % 4];
    }

private:
    const RandomKey& key_;
    std::uint64_t id_;
    int year_;
    ConditionEvent event_;
    std::size_t held_ = ~std::size_t{0};
    Words words_{};
};

/// Chance of changing state within the step when the way back is open too: h · (1 − e^−(h+k)) / (h + k).
/// Two separate exponentials would let nobody return within the year.
Probability two_state_chance(Hazard there, Hazard back, double years) noexcept {
    const double both = there.value() + back.value();
    return Probability{both > 0 ? there.value() / both * within(Hazard{both}, years).value() : 0.0};
}

}  // namespace

void Conditions::advance(Step& step) const {
    auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        people.conditions_before[row] = people.conditions[row];
        if (people.conditions[row] != 0) recover(step, row, people.age(row, step.year));
    }
    thread_local BlockWords luck;
    for (std::size_t c = 0; c < model_.incidence.size(); ++c) {
        if (c % 4 == 0) luck.draw_all(step.key, people.id, step.year, condition_purpose(ConditionEvent::incidence, c));
        fall_ill(step, c, luck);
    }
}

Hazard Conditions::onset(const Step& step, const RiskState& state, std::size_t row, int age, std::size_t c) const {
    const auto& people = step.block.people;
    const auto& model = model_.incidence[c];
    const Sex sex = people.sex[row];
    const auto s = static_cast<std::size_t>(sex);
    const double base = model.hazard[s][age_row(age)];
    if (base <= 0) return Hazard{0};
    const double decile = model.residual[model_.inputs->places.decile_of[people.place[row]]];
    const double relative = model_.risks.ratio(c, state, sex, age) / model.mean_ratio[s][five_year_band(age)];
    return Hazard{base * decile * relative * step.levers.ratio(levers_.incidence(c), row)};
}

Hazard Conditions::recovery(const Step& step, std::size_t row, int age, std::size_t c) const {
    const auto sex = static_cast<std::size_t>(step.block.people.sex[row]);
    return Hazard{model_.incidence[c].remission[sex][age_row(age)] * step.levers.ratio(levers_.recovery(c), row)};
}

void Conditions::recover(Step& step, std::size_t row, int age) const {
    auto& people = step.block.people;
    const auto& conditions = model_.inputs->health.conditions;
    ConditionWords words(step, row, ConditionEvent::remission);
    for (ConditionSet left = people.conditions_before[row]; left != 0; left &= left - 1) {
        const auto c = static_cast<std::size_t>(std::countr_zero(left));
        const bool outgrown = age >= conditions[c].age_to;  // ends with its last age
        const Hazard leaving_it = recovery(step, row, age, c);
        if (!outgrown && leaving_it.value() <= 0) continue;
        const auto state = RiskModel::state_of(people, row, people.conditions_before[row]);
        const Probability p = two_state_chance(leaving_it, onset(step, state, row, age, c), time_share(people.presence[row]));
        if (outgrown || happens(words[c], p.value())) people.conditions[row] &= ~(ConditionSet{1} << c);
    }
}

void Conditions::fall_ill(Step& step, std::size_t c, const BlockWords& luck) const {
    auto& people = step.block.people;
    const auto& condition = model_.inputs->health.conditions[c];
    const auto& most_likely = model_.incidence[c].most_likely;
    const bool programmes = step.levers.moves_ratio(levers_.incidence(c));  // then the bound does not hold
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = people.age(row, step.year);
        const std::uint32_t word = luck.word(c % 4, row);
        if (!programmes && !happens(word, most_likely[static_cast<std::size_t>(people.sex[row])][age_row(age)])) continue;
        const bool ill = ((people.conditions_before[row] >> c) & 1U) != 0;
        if (ill || age >= condition.age_to || !condition.concerns(people.sex[row], age)) continue;
        const auto state = RiskModel::state_of(people, row, people.conditions_before[row]);
        const Hazard hazard = onset(step, state, row, age, c);
        const Probability p = two_state_chance(hazard, recovery(step, row, age, c), time_share(people.presence[row]));
        if (!happens(word, p.value())) continue;
        people.conditions[row] |= ConditionSet{1} << c;
        step.tallies.row(model_.inputs->places.cell_of[people.place[row]], people.sex[row], life_table_band(age))[step.tallies.layout().incident(c)] += 1;
    }
}

}  // namespace spires
