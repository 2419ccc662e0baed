#include "indicators/drivers.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace spires {

namespace {

constexpr std::size_t fewest_draws = 4;

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// NaN where one of the two does not vary.
double correlation(const std::vector<double>& first, const std::vector<double>& second) {
    const double a = mean_of(first), b = mean_of(second);
    double products = 0, squares_a = 0, squares_b = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        products += (first[i] - a) * (second[i] - b);
        squares_a += (first[i] - a) * (first[i] - a);
        squares_b += (second[i] - b) * (second[i] - b);
    }
    return products / std::sqrt(squares_a * squares_b);
}

std::vector<double> means_of_draws(const std::vector<double>& answers, const ReplicateDesign& design) {
    std::vector<double> means;
    for (std::size_t draw = 0; draw < design.draws; ++draw) {
        const auto first = answers.begin() + static_cast<std::ptrdiff_t>(draw * design.seeds_a_draw);
        means.push_back(mean_of({first, first + static_cast<std::ptrdiff_t>(design.seeds_a_draw)}));
    }
    return means;
}

/// R² less what chance gives a line through n points.
double adjusted(double r, std::size_t draws) {
    const auto n = static_cast<double>(draws);
    return std::max(0.0, 1.0 - (1.0 - r * r) * (n - 1) / (n - 2));
}

/// The correlation that one of `tests` independent parameters exceeds by chance in 5 % of studies.
double chance_correlation(std::size_t draws, std::size_t tests) {
    const double freedom = static_cast<double>(draws) - 2;
    const double t = boost::math::quantile(boost::math::complement(boost::math::students_t(freedom), 0.025 / static_cast<double>(tests)));
    return t / std::sqrt(freedom + t * t);
}

bool concerns(const std::string& parameter, const std::string& scenario) {
    return parameter.find('/') == std::string::npos || parameter.starts_with(scenario + "/");
}

}  // namespace

VarianceParts variance_parts(const SpreadParts& parts, std::size_t replicates) noexcept {
    const double luck = parts.monte_carlo_sd * parts.monte_carlo_sd * static_cast<double>(replicates), evidence = parts.parameter_sd * parts.parameter_sd;
    return {evidence / (evidence + luck), luck / (evidence + luck)};
}

std::vector<Driver> drivers_of(const std::vector<double>& answers, const std::vector<ParameterDraws>& draws, const ReplicateDesign& design,
                               const std::string& scenario) {
    std::vector<Driver> drivers;
    if (design.draws < fewest_draws) return drivers;
    const std::vector<double> means = means_of_draws(answers, design);
    std::set<std::string> seen;  // a run may record one draw where it is made and again where it is used
    for (const ParameterDraws& parameter : draws) {
        if (!concerns(parameter.name, scenario) || parameter.values.size() != design.draws || !seen.insert(parameter.name).second) continue;
        const double r = correlation(parameter.values, means);
        if (!std::isnan(r)) drivers.push_back({parameter.name, adjusted(r, design.draws), r, false});
    }
    if (drivers.empty()) return drivers;
    const double by_chance = chance_correlation(design.draws, drivers.size());
    for (Driver& driver : drivers) driver.sure = std::abs(driver.correlation) > by_chance;
    std::stable_sort(drivers.begin(), drivers.end(), [](const Driver& a, const Driver& b) { return a.share > b.share; });
    return drivers;
}

}  // namespace spires
