#include "processes/stocks.hpp"

namespace spires {

namespace {

constexpr auto slot(Count quantity) { return static_cast<std::size_t>(quantity); }

}  // namespace

Stocks::Stocks(const Inputs& inputs) : inputs_(inputs), condition_groups_((inputs.health.conditions.size() + 15) / 16), states_(128), ill_(512) {
    tabulate_denominators();
    tabulate_states();
}

/// Groups of age, and whom each condition concerns.
void Stocks::tabulate_denominators() {
    const auto& conditions = inputs_.health.conditions;
    denominators_.resize(sexes * ages * (1 + condition_groups_));
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t a = 0; a < ages; ++a) {
            StockRow* const rows = &denominators_[(s * ages + a) * (1 + condition_groups_)];
            rows[0][slot(Count::population)] = 1;
            rows[0][slot(Count::adults_19_plus)] = a >= 19;
            rows[0][slot(Count::adults_18_plus)] = a >= 18;
            rows[0][slot(Count::adults_16_plus)] = a >= 16;
            rows[0][slot(Count::aged_16_17)] = a == 16 || a == 17;
            for (std::size_t c = 0; c < conditions.size(); ++c) rows[1 + c / 16][c % 16] = conditions[c].concerns(static_cast<Sex>(s), static_cast<int>(a));
        }
}

void Stocks::tabulate_states() {
    const auto count = [&](std::size_t state, StockState bit, Count quantity) { states_[state][slot(quantity)] = (state & bit) != 0; };
    for (std::size_t state = 0; state < states_.size(); ++state) {
        count(state, state_active, Count::physically_active);
        count(state, state_smokes, Count::current_smokers);
        count(state, state_obese, Count::obese);
        count(state, state_lonely, Count::lonely);
        count(state, state_unemployed, Count::unemployed);
        count(state, state_in_labour_force, Count::economically_active);
        count(state, state_neet, Count::neet);
    }
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t set = 0; set < 256; ++set)
            for (std::size_t c = 0; c < 8; ++c) ill_[half * 256 + set][half * 8 + c] = static_cast<std::int32_t>((set >> c) & 1U);
}

void Stocks::advance(Step& step) const {
    const auto& people = step.block.people;
    thread_local std::vector<std::uint8_t> state;
    state.resize(people.size());
    count_stocks({.strata = step.strata(inputs_.places), .people = people, .denominators = denominators_, .states = states_, .ill = ill_,
                  .condition_groups = condition_groups_, .state = state.data(), .stocks = step.tallies.stocks()},
                 people.size());
}

}  // namespace spires
