#include "structure.hpp"

#include "results/statistics.hpp"

#include <array>

namespace spires {

namespace {

/// The city's changes of one variable, reduced over replicates; `all` is [replicate][scenario][cell].
StructureFigure reduce(const Variable& variable, const std::vector<double>& all, const ResultsAxes& axes, const ReplicateDesign& design) {
    const std::size_t scenarios = axes.scenarios.size(), years = axes.years.size(), cells = axes.cells(variable), a_year = cells / years;
    const Reduction reduction(design.replicates(), design.seeds_a_draw);
    StructureFigure figure{variable.name, variable.units, variable.long_name, std::vector<double>(scenarios * statistic_count * years * 3)};
    std::vector<double> changes(design.replicates());
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario)
        for (std::size_t at = 0; at < years * 3; ++at) {
            const std::size_t cell = at / 3 * a_year + at % 3;
            for (std::size_t r = 0; r < changes.size(); ++r) changes[r] = all[(r * scenarios + scenario) * cells + cell] - all[r * scenarios * cells + cell];
            const Estimate found = reduction.estimate(changes);
            const std::array<double, statistic_count> row{found.mean, found.sd, found.p2_5, found.p50, found.p97_5};
            for (std::size_t s = 0; s < statistic_count; ++s) figure.changes[(scenario * statistic_count + s) * years * 3 + at] = row[s];
        }
    return figure;
}

}  // namespace

std::vector<StructureSetting> structure_settings() {
    return {{"causal_fraction_0", "nothing of what goes with a social exposure is caused by it", {{"causal_fraction", 0.0}}},
            {"causal_fraction_0.5", "half of it is cause", {{"causal_fraction", 0.5}}},
            {"causal_fraction_1", "all of it is cause", {{"causal_fraction", 1.0}}},
            {"effects_fade_fast", "effects fade twice as fast", {{"effect_half_life_factor", 0.5}}},
            {"effects_fade_slowly", "effects fade half as fast", {{"effect_half_life_factor", 2.0}}},
            {"no_mortality_trend", "death rates stay as they are in the first year", {{"mortality_trend_share", 0.0}}}};
}

const std::vector<std::string>& structure_indicators() {
    static const std::vector<std::string> names{"healthy_life_expectancy", "healthy_life_expectancy_gap", "life_expectancy", "emergency_admissions", "healthy_life_years"};
    return names;
}

StructureRun structure_run(const StructureSetting& setting, const ReplicateStore& store, const ReplicateDesign& design) {
    StructureRun run{setting.name, setting.description, {}};
    for (const std::string& name : structure_indicators()) {
        if (const auto variable = store.index_of(name)) run.figures.push_back(reduce(store.variables()[*variable], store.read(*variable), store.axes(), design));
    }
    return run;
}

}  // namespace spires
