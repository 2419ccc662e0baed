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
    const auto& luck = step.words(Purpose::household_move);
    bool anyone = false;
    for (const std::uint32_t row : find_candidates(people, step.year, luck.column(0), highest_)) {
        if (people.role[row] != Role::reference || people.presence[row] != 0) continue;
        const std::uint32_t home = people.household[row];
        const int age = people.age(row, step.year);
        Tenure& tenure = households.tenure[home];
        const double moves = rates_.rate[static_cast<std::size_t>(tenure)][age_row(age)];
        if (happens(luck.word(0, row), moves)) {
            tenure = destinations_.tenure_moved_to(age, luck.word(3, row));
            households.place[home] = destinations_.place(households.place[home], tenure, luck.word(1, row), luck.word(2, row));
            anyone = true;
        } else if (tenure == Tenure::mortgage && happens(luck.word(0, row), moves + (1.0 - moves) * destinations_.paying_off(age))) {
            tenure = Tenure::owned_outright;
        }
    }
    if (!anyone) return;
    for (std::size_t row = 0; row < people.size(); ++row) people.place[row] = households.place[people.household[row]];
}

}  // namespace spires
