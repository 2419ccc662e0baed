#include "processes/stocks.hpp"

#include <bit>

namespace spires {

namespace {

void count_habits(const PersonColumns& people, std::size_t row, int age, const TallyLayout& layout, std::int64_t* counts) {
    if (age < 16) return;
    counts[layout.of(Count::lonely)] += people.lonely[row];
    if (age < 18) return;
    counts[layout.of(Count::current_smokers)] += people.smoking[row] == Smoking::current;
    counts[layout.of(Count::obese)] += people.body_mass[row] >= 30 * body_mass_index_unit;
    if (age < 19) return;
    counts[layout.of(Count::physically_active)] += people.activity_minutes[row] >= 150 * activity_unit;
}

void count_work(const PersonColumns& people, std::size_t row, int age, const TallyLayout& layout, std::int64_t* counts) {
    const auto status = people.economic_status[row];
    if (age == 16 || age == 17) counts[layout.of(Count::neet)] += status == EconomicStatus::unemployed || status == EconomicStatus::inactive;
    if (age < 16 || age > 64) return;
    const bool unemployed = status == EconomicStatus::unemployed;
    counts[layout.of(Count::unemployed)] += unemployed;
    counts[layout.of(Count::economically_active)] += unemployed || status == EconomicStatus::employed;
}

constexpr auto place_of(Count quantity) { return static_cast<std::size_t>(quantity); }
static_assert(place_of(Count::population) == 0 && place_of(Count::aged_16_17) == 4, "the groups stand together");

}  // namespace

Stocks::Stocks(const Inputs& inputs) : inputs_(inputs), denominators_(sexes * ages) {
    const auto& conditions = inputs.health.conditions;
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t a = 0; a < ages; ++a) {
            auto& of = denominators_[s * ages + a];
            of.groups[place_of(Count::population)] = 1;
            of.groups[place_of(Count::adults_19_plus)] = a >= 19;
            of.groups[place_of(Count::adults_18_plus)] = a >= 18;
            of.groups[place_of(Count::adults_16_plus)] = a >= 16;
            of.groups[place_of(Count::aged_16_17)] = a == 16 || a == 17;
            for (std::size_t c = 0; c < conditions.size(); ++c) of.at_risk[c] = conditions[c].concerns(static_cast<Sex>(s), static_cast<int>(a));
        }
}

void Stocks::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& layout = step.tallies.layout();
    const auto& strata = step.strata(inputs_.places);
    const std::size_t conditions = inputs_.health.conditions.size();
    const CountColumns groups = step.tallies.counts(0), at_risk = step.tallies.counts(layout.at_risk(0)), prevalent = step.tallies.counts(layout.prevalent(0));
    for (std::size_t row = 0; row < people.size(); ++row) {
        const std::size_t key = strata.tally[row];
        const auto& of = denominators_[static_cast<std::size_t>(strata.sex_age[row])];
        std::int64_t* const counts = groups.at(key);
        for (std::size_t g = 0; g < of.groups.size(); ++g) counts[g] += of.groups[g];
        count_habits(people, row, strata.age[row], layout, counts);
        count_work(people, row, strata.age[row], layout, counts);
        std::int64_t* const concerned = at_risk.at(key);
        for (std::size_t c = 0; c < conditions; ++c) concerned[c] += of.at_risk[c];
        std::int64_t* const ill = prevalent.at(key);
        for (ConditionSet left = people.conditions[row]; left != 0; left &= left - 1) ++ill[std::countr_zero(left)];
    }
}

}  // namespace spires
