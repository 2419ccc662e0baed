#include "processes/smoking.hpp"

#include "core/random_batch.hpp"
#include "processes/lever_column.hpp"
#include "processes/row_list.hpp"
#include "processes/smoking_lanes.hpp"
#include "scenario/levers.hpp"

namespace spires {

SmokingHabit::SmokingHabit(const Inputs& inputs) : inputs_(inputs) {
    for (const auto& rates : inputs.health.smoking.rows)
        for (const double hazard : {rates.initiation, rates.quitting, rates.relapse}) hazard_.push_back(static_cast<float>(hazard));
    bounds_ = bounds_of(hazard_);
    static_assert(static_cast<int>(Smoking::never) == 0 && static_cast<int>(Smoking::current) == 1 && static_cast<int>(Smoking::ex) == 2);
}

void SmokingHabit::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    thread_local LeverColumn initiation, quitting;
    auto& changing = row_list(people.size());
    const std::size_t changes = find_changes(
        {.words = step.habit_words().column(2), .age = strata.age.data(), .sex_age = strata.sex_age.data(), .decile = strata.decile.data(),
         .hazard = hazard_.data(), .bounds = bounds_.data(),
         .initiation_ratio = initiation.ratios(step.levers, LeverTable::of(Lever::smoking_initiation), people.size()),
         .quitting_ratio = quitting.ratios(step.levers, LeverTable::of(Lever::smoking_quitting), people.size()),
         .smoking = people.smoking.data(), .years_since_quitting = people.years_since_quitting.data()},
        people.size(), changing.data());
    for (std::size_t k = 0; k < changes; ++k) {
        const std::size_t row = changing[k];
        const bool quits = people.smoking[row] == Smoking::current;
        people.smoking[row] = quits ? Smoking::ex : Smoking::current;
        if (quits) people.years_since_quitting[row] = 0;
    }
}

}  // namespace spires
