#include "commands/headline.hpp"

#include "commands/economics.hpp"

#include <algorithm>
#include <cmath>

namespace spires {

namespace {

struct Title {
    const char *indicator, *label;
};
constexpr Title titles[] = {
    {"healthy_life_expectancy", "Healthy life expectancy at birth, years"},
    {"healthy_life_expectancy_gap", "Gap, most to least deprived tenth, years"},
    {"life_expectancy", "Life expectancy at birth, years"},
    {"emergency_admissions", "Emergency admissions a year"},
};

/// Sum over the years that have a value (a flow has none in a last year that is only its stocks).
std::vector<double> totals(const std::vector<std::vector<double>>& by_year) {
    std::vector<double> sums;
    for (const auto& years : by_year) {
        double sum = 0;
        for (const double value : years) sum += std::isnan(value) ? 0 : value;
        sums.push_back(sum);
    }
    return sums;
}

Reduction reduction_of(const ResultsReader& results) { return Reduction(results.design().replicates(), results.design().seeds_a_draw); }

std::optional<ProgrammeCost> cost_of(const ResultsReader& results, std::size_t scenario) {
    if (!results.has("programme_cost")) return {};
    const auto differences = differences_in(results).of("programme_cost", scenario);
    const auto& years = results.axes().years;
    std::optional<std::size_t> first, last;
    for (std::size_t y = 0; y < years.size(); ++y) {
        const bool any = std::any_of(differences.begin(), differences.end(),
                                     [y](const auto& row) { return !std::isnan(row[y]) && row[y] != 0; });
        if (!any) continue;
        if (!first) first = y;
        last = y;
    }
    if (!first) return {};
    return ProgrammeCost{years[*first], years[*last], reduction_of(results).estimate(totals(differences))};
}

std::optional<CostOfLifeYear> life_year_of(const ResultsReader& results, std::size_t scenario) {
    if (!results.has("healthy_life_years")) return {};
    const std::vector<double> costs = totals(differences_in(results).of("programme_cost", scenario));
    const std::vector<double> gains = totals(differences_in(results).of("healthy_life_years", scenario));
    const Reduction reduction = reduction_of(results);
    CostOfLifeYear found{reduction.estimate(gains), {}, 0, 0};
    std::vector<double> logarithms;
    for (std::size_t r = 0; r < costs.size(); ++r) {
        if (gains[r] <= 0 || costs[r] <= 0) return found;
        logarithms.push_back(std::log(costs[r] / gains[r]));
    }
    if (found.gained.p2_5 <= 0) return found;
    const Estimate limits = reduction.estimate(logarithms);
    found.value = reduction.estimate(costs).mean / found.gained.mean;
    found.lower = std::exp(limits.p2_5);
    found.upper = std::exp(limits.p97_5);
    return found;
}

/// The stored part is that of the mean over all replicates; the interval is that of one replicate, so the
/// part that luck has in it is √replicates wider.
void add_monte_carlo(Headline& headline, const ResultsReader& results, const ResultsCell& cell) {
    if (!results.has(titles[0].indicator) || results.design().replicates() < 2) return;
    const auto replicates = static_cast<double>(results.design().replicates());
    const SpreadParts parts = results.difference_parts(titles[0].indicator, cell);
    if (std::isnan(parts.monte_carlo_sd)) return;
    const Estimate change = results.difference(titles[0].indicator, cell);
    headline.monte_carlo = student_quantile(replicates - 1) * parts.monte_carlo_sd * std::sqrt(replicates);
    headline.half_interval = (change.p97_5 - change.p2_5) / 2;
}

}  // namespace

std::size_t headline_year(const ResultsReader& results) {
    const auto& years = results.axes().years;
    const auto usual = std::find(years.begin(), years.end(), 2040);
    if (usual != years.end()) return static_cast<std::size_t>(usual - years.begin());
    for (std::size_t y = years.size(); y-- > 0;) {
        for (const Title& title : titles) {
            if (results.has(title.indicator) && !std::isnan(results.level(title.indicator, {0, y, 0, 0}).mean)) return y;
        }
    }
    return years.size() - 1;
}

HeadlineRow make_row(const ResultsReader& results, const std::string& indicator, const std::string& label, const ResultsCell& cell) {
    return {indicator, label, results.variable(indicator).units, results.level(indicator, {0, cell.year, cell.area, cell.sex}),
            results.difference(indicator, cell), results.probability_better(indicator, cell)};
}

Headline make_headline(const ResultsReader& results, const ResultsCell& cell) {
    Headline headline;
    headline.scenario = results.axes().scenarios.at(cell.scenario);
    for (const Title& title : titles) {
        if (!results.has(title.indicator)) continue;
        HeadlineRow row = make_row(results, title.indicator, title.label, cell);
        if (!std::isnan(row.baseline.mean)) headline.rows.push_back(std::move(row));
    }
    if (cell.scenario == 0 || cell.area != 0) return headline;
    headline.cost = cost_of(results, cell.scenario);
    if (headline.cost) headline.life_year = life_year_of(results, cell.scenario);
    add_monte_carlo(headline, results, cell);
    return headline;
}

}  // namespace spires
