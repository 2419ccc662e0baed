#include "processes/moves.hpp"

#include "population/households.hpp"

namespace spires {

void Moves::advance(Step& step) const {
    auto& people = step.block.people;
    auto& households = step.block.households;
    // The person decides whose row it is, so that one pass over people is enough.
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (people.role[row] != Role::reference || people.presence[row] != 0) continue;
        const std::uint32_t home = people.household[row];
        const int age = people.age(row, step.year);
        Tenure& tenure = households.tenure[home];
        const Words luck = draw(step.key, households.id[home], step.year, Purpose::household_move);
        if (happens(luck[0], rates_.rate[static_cast<std::size_t>(tenure)][age_row(age)])) {
            tenure = destinations_.tenure_moved_to(age, luck[3]);
            households.place[home] = destinations_.place(households.place[home], tenure, luck[1], luck[2]);
        } else if (tenure == Tenure::mortgage && happens(luck[3], destinations_.paying_off(age))) {
            tenure = Tenure::owned_outright;
        }
    }
    for (std::size_t row = 0; row < people.size(); ++row) people.place[row] = households.place[people.household[row]];
}

}  // namespace spires
