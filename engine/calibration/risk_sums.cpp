#include "calibration/risk_sums.hpp"

#include "calibration/base_risks.hpp"
#include "calibration/sums.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t cells = sexes * ages * deciles;

/// Adds the people of a block to free and ratios of each outcome, side by side: [outcome][free, ratios][cell].
void add_block(const Inputs& inputs, const Block& block, const RiskModel& risks, double* sum) {
    thread_local RiskPositions at;
    thread_local Scratch<double> ratios;
    const auto& conditions = block.people.conditions;
    at.place(block.people, inputs.base_year, inputs.places);
    for (std::size_t outcome = 0; outcome < risks.outcomes(); ++outcome) {
        work_out_ratios(risks.factors(outcome), at, conditions, ratios);
        const ConditionSet has = outcome == risks.other_mortality() ? 0 : ConditionSet{1} << outcome;
        double* const of = sum + outcome * 2 * cells;
        for (std::size_t row = 0; row < at.size(); ++row) {
            if ((conditions[row] & has) != 0) continue;
            const std::size_t cell = at.sex_age[row] * deciles + at.decile[row];
            of[cell] += 1.0;
            of[cells + cell] += ratios[row];
        }
    }
}

}  // namespace

RiskSums sum_risks(const Inputs& inputs, const Population& base, const RiskModel& risks) {
    const auto sums = sum_over_blocks(base, risks.outcomes() * 2 * cells, [&](const Block& block, std::vector<double>& sum) { add_block(inputs, block, risks, sum.data()); });
    RiskSums result;
    result.outcomes.resize(risks.outcomes());
    for (std::size_t outcome = 0; outcome < risks.outcomes(); ++outcome) {
        const double* const of = sums.data() + outcome * 2 * cells;
        std::copy_n(of, cells, result.outcomes[outcome].free.begin());
        std::copy_n(of + cells, cells, result.outcomes[outcome].ratios.begin());
    }
    result.people = result.outcomes.back().free;
    return result;
}

}  // namespace spires
