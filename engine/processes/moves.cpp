#include "processes/moves.hpp"

#include "population/households.hpp"
#include "processes/asked.hpp"

#include <algorithm>
#include <vector>

namespace spires {

Moves::Moves(const MoveRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {
    for (const auto& of_tenure : rates.rate)
        for (const Sex sex : {Sex::female, Sex::male})
            for (std::size_t age = 0; age < ages; ++age) highest_.raise(sex, age, std::min(1.0, of_tenure[age] + destinations.paying_off(static_cast<int>(age))));
}

/// The reference person's luck decides. Who does not move may pay off a mortgage, by what is left of the same draw.
void Moves::advance(Step& step) const {
    thread_local Asked movers;
    const auto& people = step.block.people;
    auto& households = step.block.households;
    const std::uint32_t* const luck = step.habit_words().column(3);
    const auto candidates = find_candidates(people, step.year, luck, highest_, roles_of(Role::reference));
    movers.reset(candidates.size());
    for (const std::uint32_t row : candidates) {
        const int age = people.age(row, step.year);
        Tenure& tenure = households.tenure[people.household[row]];
        const double moves = rates_.rate[static_cast<std::size_t>(tenure)][age_row(age)];
        movers.add_if(happens(luck[row], moves), row, people.id[row]);
        if (tenure == Tenure::mortgage && !happens(luck[row], moves) && happens(luck[row], moves + (1.0 - moves) * destinations_.paying_off(age)))
            tenure = Tenure::owned_outright;
    }
    movers.draw(step.key, step.year, Purpose::household_move);
    move(step, movers);
}

void Moves::move(Step& step, const Asked& movers) const {
    thread_local std::vector<HomeSought> sought;
    thread_local Column<std::int32_t> moved;  // by household: 0 when nobody moves
    auto& people = step.block.people;
    auto& households = step.block.households;
    sought.clear();
    for (std::size_t k = 0; k < movers.size(); ++k) {
        const std::uint32_t row = movers.row(k);
        const Tenure tenure = destinations_.tenure_moved_to(people.age(row, step.year), movers.word(3, k));
        sought.push_back({households.place[people.household[row]], tenure, movers.word(1, k), movers.word(2, k)});
    }
    destinations_.find_places(sought);
    if (moved.size() < households.size()) moved.resize(households.size(), 0);
    for (std::size_t k = 0; k < movers.size(); ++k) {
        const std::uint32_t home = people.household[movers.row(k)];
        households.tenure[home] = sought[k].tenure;
        households.place[home] = sought[k].place;
        moved[home] = 1;
    }
    for (const std::uint32_t row : find_members(people, moved)) people.place[row] = households.place[people.household[row]];
    for (std::size_t k = 0; k < movers.size(); ++k) moved[people.household[movers.row(k)]] = 0;
}

}  // namespace spires
