#include "processes/moves.hpp"

#include "population/households.hpp"

#include <algorithm>

namespace spires {

Moves::Moves(const MoveRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {
    for (const auto& of_tenure : rates.rate)
        for (const Sex sex : {Sex::female, Sex::male})
            for (std::size_t age = 0; age < ages; ++age) highest_.raise(sex, age, std::min(1.0, of_tenure[age] + destinations.paying_off(static_cast<int>(age))));
}

/// The reference person's luck decides. Who does not move may pay off a mortgage, by what is left of the same draw.
void Moves::advance(Step& step) const {
    auto& people = step.block.people;
    auto& households = step.block.households;
    const std::uint32_t* const luck = step.event_words().column(1);
    thread_local Column<std::int32_t> moved;  // by household
    moved.assign(households.size(), 0);
    for (const std::uint32_t row : find_candidates(people, step.year, luck, highest_)) {
        if (people.role[row] != Role::reference || people.presence[row] != 0) continue;
        const std::uint32_t home = people.household[row];
        const int age = people.age(row, step.year);
        Tenure& tenure = households.tenure[home];
        const double moves = rates_.rate[static_cast<std::size_t>(tenure)][age_row(age)];
        if (happens(luck[row], moves)) {
            const Words where = draw(step.key, people.id[row], step.year, Purpose::household_move);
            tenure = destinations_.tenure_moved_to(age, where[3]);
            households.place[home] = destinations_.place(households.place[home], tenure, where[1], where[2]);
            moved[home] = 1;
        } else if (tenure == Tenure::mortgage && happens(luck[row], moves + (1.0 - moves) * destinations_.paying_off(age))) {
            tenure = Tenure::owned_outright;
        }
    }
    for (const std::uint32_t row : find_members(people, moved)) people.place[row] = households.place[people.household[row]];
}

}  // namespace spires
