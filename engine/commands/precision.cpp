#include "commands/precision.hpp"

#include "experiment.hpp"
#include "results/statistics.hpp"

#include <algorithm>
#include <stdexcept>

namespace spires {

namespace {

constexpr const char* indicator = "healthy_life_expectancy";
constexpr int usual_year = 2040;

std::size_t year_asked(const ResultsAxes& axes) {
    const auto usual = std::ranges::find(axes.years, usual_year);
    return usual == axes.years.end() ? axes.years.size() - 1 : static_cast<std::size_t>(usual - axes.years.begin());
}

}  // namespace

double half_width_of_mean(const ReplicateStore& store, const ReplicateDesign& design) {
    const ResultsAxes& axes = store.axes();
    const auto variable = store.index_of(indicator);
    if (!variable) throw std::logic_error("there is no healthy life expectancy to be precise about");
    const std::vector<double> all = store.read(*variable);
    const std::size_t scenarios = axes.scenarios.size(), cells = axes.cells(store.variables()[*variable]), at = year_asked(axes) * (cells / axes.years.size());
    const Reduction reduction(design.replicates(), design.seeds_a_draw);
    std::vector<double> answers(design.replicates());
    double widest = 0;
    for (std::size_t s = scenarios == 1 ? 0 : 1; s < scenarios; ++s) {
        for (std::size_t r = 0; r < answers.size(); ++r)
            answers[r] = all[(r * scenarios + s) * cells + at] - (s == 0 ? 0.0 : all[r * scenarios * cells + at]);
        widest = std::max(widest, reduction.half_width_of_mean(answers));
    }
    return widest;
}

ReachedPrecision play_to_precision(double wanted, const ReplicateStore& store, const std::function<void(const ReplicateDesign&)>& play) {
    for (std::size_t replicates = first_round;; replicates *= 2) {
        const ReplicateDesign design = design_of(replicates, true);
        play(design);
        const double reached = half_width_of_mean(store, design);
        if (!(reached > wanted) || 2 * replicates > most_replicates) return {design, reached};
    }
}

}  // namespace spires
