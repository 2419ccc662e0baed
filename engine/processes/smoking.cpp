#include "processes/smoking.hpp"

#include "core/quantity.hpp"
#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"
#include "scenario/levers.hpp"

namespace spires {

namespace {

bool within_step(std::uint32_t word, double hazard, double ratio) noexcept {
    return happens(word, within(Hazard{hazard * ratio}, 1.0).value());
}

}  // namespace

void SmokingHabit::advance(Step& step) const {
    auto& people = step.block.people;
    thread_local BlockWords luck;
    luck.draw_all(step.key, people.id, step.year, Purpose::smoking);
    for (const std::uint32_t row : step.rows()) {
        const int age = people.age(row, step.year);
        if (age < 10) continue;
        const auto& rates = inputs_.health.smoking.of(people.sex[row], age, inputs_.places.decile_of[people.place[row]]);
        const std::uint32_t word = luck.word(0, row);
        switch (people.smoking[row]) {
            case Smoking::never:
                if (within_step(word, rates.initiation, step.levers.ratio(LeverTable::of(Lever::smoking_initiation), row)))
                    people.smoking[row] = Smoking::current;
                break;
            case Smoking::current:
                if (within_step(word, rates.quitting, step.levers.ratio(LeverTable::of(Lever::smoking_quitting), row))) {
                    people.smoking[row] = Smoking::ex;
                    people.years_since_quitting[row] = 0;
                }
                break;
            case Smoking::ex:
                if (within_step(word, rates.relapse, 1.0)) people.smoking[row] = Smoking::current;
                else if (people.years_since_quitting[row] < 60) ++people.years_since_quitting[row];
                break;
        }
    }
}

}  // namespace spires
