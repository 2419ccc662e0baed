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

}  // namespace

void Conditions::advance(Step& step) const {
    auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = people.age(row, step.year);
        people.conditions_before[row] = people.conditions[row];
        if (people.conditions[row] != 0) recover(step, row, age);
        fall_ill(step, row, age);
    }
}

void Conditions::recover(Step& step, std::size_t row, int age) const {
    auto& people = step.block.people;
    const auto& conditions = model_.inputs->health.conditions;
    const auto sex = static_cast<std::size_t>(people.sex[row]);
    ConditionWords words(step, row, ConditionEvent::remission);
    for (ConditionSet left = people.conditions_before[row]; left != 0; left &= left - 1) {
        const auto c = static_cast<std::size_t>(std::countr_zero(left));
        const Hazard hazard{model_.incidence[c].remission[sex][age_row(age)] * step.levers.ratio(levers_.recovery(c), row)};
        const bool outgrown = age >= conditions[c].age_to;  // ends with its last age
        if (outgrown || (hazard.value() > 0 && happens(words[c], within(hazard, time_share(people.presence[row])).value())))
            people.conditions[row] &= ~(ConditionSet{1} << c);
    }
}

Probability Conditions::chance(const Step& step, const RiskState& state, std::size_t row, int age, std::size_t c) const {
    const auto& people = step.block.people;
    const auto& model = model_.incidence[c];
    const Sex sex = people.sex[row];
    const auto s = static_cast<std::size_t>(sex);
    const double entry = model.entry[s][age_row(age)];
    if (entry <= 0 && model.hazard[s][age_row(age)] <= 0) return Probability{0};
    const double decile = model.residual[model_.inputs->places.places[people.place[row]].decile];
    const double relative = decile * model_.risks.ratio(c, state, sex, age) / model.mean_ratio[s][five_year_band(entry > 0 ? age + 1 : age)];
    if (entry > 0) return Probability{std::min(0.95, entry * relative)};
    const Hazard hazard{model.hazard[s][age_row(age)] * relative * step.levers.ratio(levers_.incidence(c), row)};
    return within(hazard, time_share(people.presence[row]));
}

void Conditions::fall_ill(Step& step, std::size_t row, int age) const {
    auto& people = step.block.people;
    const auto& conditions = model_.inputs->health.conditions;
    const auto state = RiskModel::state_of(people, row, people.conditions_before[row]);
    ConditionWords words(step, row, ConditionEvent::incidence);
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        const bool entering = age + 1 == conditions[c].age_from;
        if (((people.conditions_before[row] >> c) & 1U) || (!entering && !conditions[c].concerns(people.sex[row], age)) || age >= conditions[c].age_to) continue;
        const Probability p = chance(step, state, row, age, c);
        if (p.value() <= 0 || !happens(words[c], p.value())) continue;
        people.conditions[row] |= ConditionSet{1} << c;
        step.tallies.row(model_.inputs->places.places[people.place[row]].cell, people.sex[row], life_table_band(age))[step.tallies.layout().incident(c)] += 1;
    }
}

}  // namespace spires
