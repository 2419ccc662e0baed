#include "commands/precision.hpp"

#include "commands/headline.hpp"
#include "results/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spires {

namespace {

constexpr std::size_t first_round = 20, most_replicates = 1280;
constexpr const char* indicator = "healthy_life_expectancy";

/// By replicate, scenario less baseline; of the baseline its own level.
std::vector<double> answers(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    const std::size_t replicates = results.design().replicates(), years = results.axes().years.size();
    const auto& values = results.replicates(indicator);
    const auto at = [&](std::size_t s, std::size_t r) { return values[((s * replicates + r) * years + year) * 3]; };
    std::vector<double> found;
    for (std::size_t r = 0; r < replicates; ++r) found.push_back(scenario == 0 ? at(0, r) : at(scenario, r) - at(0, r));
    return found;
}

double half_width(const std::vector<double>& values, const ReplicateDesign& design) {
    if (design.draws < 2) return std::numeric_limits<double>::quiet_NaN();
    std::vector<double> means;
    for (std::size_t draw = 0; draw < design.draws; ++draw) {
        double sum = 0;
        for (std::size_t seed = 0; seed < design.seeds_a_draw; ++seed) sum += values[draw * design.seeds_a_draw + seed];
        means.push_back(sum / static_cast<double>(design.seeds_a_draw));
    }
    const auto draws = static_cast<double>(design.draws);
    return student_quantile(draws - 1) * Reduction(design.draws).estimate(means).sd / std::sqrt(draws);
}

}  // namespace

double half_width_of_mean(const ResultsReader& results) {
    const std::size_t scenarios = results.axes().scenarios.size(), year = headline_year(results);
    double widest = 0;
    for (std::size_t s = scenarios == 1 ? 0 : 1; s < scenarios; ++s) {
        const double width = half_width(answers(results, s, year), results.design());
        if (std::isnan(width)) return width;
        widest = std::max(widest, width);
    }
    return widest;
}

double run_to_precision(RunOptions& options, const std::function<void(const RunOptions&)>& run) {
    for (std::size_t replicates = first_round;; replicates *= 2) {
        options.settings.design = design_of(replicates, options.settings.parameter_uncertainty);
        run(options);
        const double reached = half_width_of_mean(ResultsReader(options.output));
        if (!(reached > *options.precision) || 2 * replicates > most_replicates) return reached;
    }
}

}  // namespace spires
