#include "processes/moves.hpp"

#include "population/households.hpp"
#include "processes/asked.hpp"

namespace spires {

void Moves::advance(Step& step) const {
    auto& people = step.block.people;
    auto& households = step.block.households;
    thread_local Asked asked;
    asked.reset(people.size());
    // The person decides whose row it is, so that one pass over people is enough.
    for (std::size_t row = 0; row < people.size(); ++row)
        asked.add_if((people.role[row] == Role::reference) & (people.presence[row] == 0), row, households.id[people.household[row]]);
    asked.draw(step.key, step.year, Purpose::household_move);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t home = people.household[asked.row(k)];
        const int age = people.age(asked.row(k), step.year);
        Tenure& tenure = households.tenure[home];
        if (happens(asked.word(0, k), rates_.rate[static_cast<std::size_t>(tenure)][age_row(age)])) {
            tenure = destinations_.tenure_moved_to(age, asked.word(3, k));
            households.place[home] = destinations_.place(households.place[home], tenure, asked.word(1, k), asked.word(2, k));
        } else if (tenure == Tenure::mortgage && happens(asked.word(3, k), destinations_.paying_off(age))) {
            tenure = Tenure::owned_outright;
        }
    }
    for (std::size_t row = 0; row < people.size(); ++row) people.place[row] = households.place[people.household[row]];
}

}  // namespace spires
