#pragma once
// What a scenario does, in the few figures that are read first.

#include "results/read_results.hpp"

#include <optional>
#include <string>
#include <vector>

namespace spires {

/// One indicator at one place and year, beside the baseline.
struct HeadlineRow {
    std::string indicator, label, units;
    Estimate baseline, change;
    double probability_better;
};

/// Total cost of a scenario's programmes over the run, in pounds, not discounted.
struct ProgrammeCost {
    int from, to;      ///< first and last year that cost anything
    Estimate total;
};

/// Pounds a healthy life-year gained, both summed over the years of the run, not discounted.
/// `value` is mean cost over mean gain; the limits come from the logarithm of the replicates' ratios.
/// Without value when a gain is not sure (its interval holds zero, or a replicate has none).
struct CostOfLifeYear {
    Estimate gained;  ///< healthy life-years in all
    std::optional<double> value;
    double lower, upper;
};

struct Headline {
    ScenarioLabel scenario;
    std::vector<HeadlineRow> rows;
    std::optional<ProgrammeCost> cost;
    std::optional<CostOfLifeYear> life_year;
    /// Half the interval of healthy life expectancy's change that would be left if every parameter were
    /// known, and that change's own half interval; years.
    std::optional<double> monte_carlo, half_interval;
};

/// The year figures are shown for: 2040, or else the last with a value.
[[nodiscard]] std::size_t headline_year(const ResultsReader& results);
/// Figures of a scenario (0 is the baseline) at a place and year; costs and Monte Carlo for the city alone.
[[nodiscard]] Headline make_headline(const ResultsReader& results, const ResultsCell& cell);
[[nodiscard]] HeadlineRow make_row(const ResultsReader& results, const std::string& indicator, const std::string& label,
                                   const ResultsCell& cell);

}  // namespace spires
