#include "processes/stocks.hpp"

#include <bit>

namespace spires {

namespace {

using Row = std::span<std::int64_t>;

void count_habits(const PersonColumns& people, std::size_t row, int age, const TallyLayout& layout, Row counts) {
    if (age >= 16) {
        counts[layout.of(Count::adults_16_plus)] += 1;
        counts[layout.of(Count::lonely)] += people.lonely[row];
    }
    if (age >= 18) {
        counts[layout.of(Count::adults_18_plus)] += 1;
        counts[layout.of(Count::current_smokers)] += people.smoking[row] == Smoking::current;
        counts[layout.of(Count::obese)] += people.body_mass[row] >= 30 * body_mass_index_unit;
    }
    if (age >= 19) {
        counts[layout.of(Count::adults_19_plus)] += 1;
        counts[layout.of(Count::physically_active)] += people.activity_minutes[row] >= 150 * activity_unit;
    }
}

void count_work(const PersonColumns& people, std::size_t row, int age, const TallyLayout& layout, Row counts) {
    const auto status = people.economic_status[row];
    if (age == 16 || age == 17) {
        counts[layout.of(Count::aged_16_17)] += 1;
        counts[layout.of(Count::neet)] += status == EconomicStatus::unemployed || status == EconomicStatus::inactive;
    }
    if (age < 16 || age > 64) return;
    const bool unemployed = status == EconomicStatus::unemployed;
    counts[layout.of(Count::unemployed)] += unemployed;
    counts[layout.of(Count::economically_active)] += unemployed || status == EconomicStatus::employed;
}

}  // namespace

Stocks::Stocks(const Inputs& inputs) : inputs_(inputs) {
    const auto& conditions = inputs.health.conditions;
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t age = 0; age < ages; ++age)
            for (std::size_t c = 0; c < conditions.size(); ++c)
                if (conditions[c].concerns(static_cast<Sex>(s), static_cast<int>(age))) concerned_[s][age] |= ConditionSet{1} << c;
}

void Stocks::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& layout = step.tallies.layout();
    for (const std::uint32_t row : step.rows()) {
        const int age = people.age(row, step.year);
        const Row counts = step.tallies.row(inputs_.places.cell_of[people.place[row]], people.sex[row], life_table_band(age));
        counts[layout.of(Count::population)] += 1;
        count_habits(people, row, age, layout, counts);
        count_work(people, row, age, layout, counts);
        for (ConditionSet left = concerned_[static_cast<std::size_t>(people.sex[row])][age_row(age)]; left != 0; left &= left - 1)
            counts[layout.at_risk(static_cast<std::size_t>(std::countr_zero(left)))] += 1;
        for (ConditionSet left = people.conditions[row]; left != 0; left &= left - 1)
            counts[layout.prevalent(static_cast<std::size_t>(std::countr_zero(left)))] += 1;
    }
}

}  // namespace spires
