#include "results/statistics.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace spires {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// Student's t worked out in doubles: every cell of a results file asks it, and long doubles take five times as long.
using InDoubles = boost::math::students_t_distribution<double, boost::math::policies::policy<boost::math::policies::promote_double<false>>>;

/// Shifted by the first value, so that equal values have exactly their mean and no spread.
double mean_of(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value - values.front();
    return values.front() + sum / static_cast<double>(values.size());
}

double squares_about(std::span<const double> values, double centre) {
    double sum = 0;
    for (const double value : values) sum += (value - centre) * (value - centre);
    return sum;
}

double sd_of(std::span<const double> values, double mean) {
    if (values.size() < 2) return no_value;
    return std::sqrt(squares_about(values, mean) / static_cast<double>(values.size() - 1));
}

double share_above_zero(std::span<const double> values) {
    double halves = 0;
    for (const double value : values) halves += value > 0 ? 2 : value < 0 ? 0 : 1;
    return halves / (2 * static_cast<double>(values.size()));
}

/// One-way analysis of variance; `within` is 0 with a single seed a draw.
struct MeanSquares { double within, between; };

MeanSquares mean_squares(std::span<const double> values, std::size_t seeds_a_draw) {
    const std::size_t draws = values.size() / seeds_a_draw;
    const double mean = mean_of(values);
    MeanSquares found{0, 0};
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const auto seeds = values.subspan(draw * seeds_a_draw, seeds_a_draw);
        const double centre = mean_of(seeds);
        if (seeds_a_draw > 1) found.within += squares_about(seeds, centre);
        found.between += static_cast<double>(seeds_a_draw) * (centre - mean) * (centre - mean);
    }
    if (seeds_a_draw > 1) found.within /= static_cast<double>(draws * (seeds_a_draw - 1));
    found.between /= static_cast<double>(draws) - 1;
    return found;
}

bool any_missing(std::span<const double> values) {
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

}  // namespace

double student_quantile(double degrees_of_freedom) {
    return boost::math::quantile(boost::math::students_t(degrees_of_freedom), 0.975);
}

double quantile(std::span<const double> sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Reduction::Reduction(std::size_t replicates, std::size_t seeds_a_draw)
    : replicates_(replicates), seeds_(replicates > seeds_a_draw ? seeds_a_draw : 1) {
    if (replicates == 0) throw std::logic_error("no replicates to take statistics of");
    if (seeds_ == 0 || replicates % seeds_ != 0) throw std::logic_error("replicates are not draws times seeds");
    const auto of = [](std::size_t values) { return values < 2 ? no_value : student_quantile(static_cast<double>(values - 1)); };
    of_replicates_ = of(replicates_);
    of_draws_ = of(replicates_ / seeds_);
}

Estimate Reduction::estimate(std::span<const double> values) const {
    if (values.size() != replicates_) throw std::logic_error("another number of replicates than announced");
    if (any_missing(values)) return {no_value, no_value, no_value, no_value, no_value};
    sorted_.assign(values.begin(), values.end());
    std::sort(sorted_.begin(), sorted_.end());
    Estimate found{mean_of(values), no_value, no_value, quantile(sorted_, 0.5), no_value};
    if (replicates_ < 2) return found;
    found.sd = sd_of(values, found.mean);
    if (replicates_ >= empirical_from) {
        found.p2_5 = quantile(sorted_, 0.025);
        found.p97_5 = quantile(sorted_, 0.975);
        return found;
    }
    const double half = of_replicates_ * found.sd;
    found.p2_5 = found.mean - half;
    found.p97_5 = found.mean + half;
    return found;
}

double Reduction::above_zero(std::span<const double> differences) const {
    if (replicates_ >= empirical_from) return share_above_zero(differences);
    if (replicates_ < 2) return no_value;
    const double mean = mean_of(differences);
    const double sd = sd_of(differences, mean);
    if (!(sd > 0)) return mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
    return boost::math::cdf(InDoubles(static_cast<double>(replicates_ - 1)), mean / sd);
}

double Reduction::probability_better(std::span<const double> differences, std::string_view direction) const {
    if (direction != "higher" && direction != "lower") return no_value;
    if (any_missing(differences)) return no_value;
    const double above = above_zero(differences);
    return direction == "higher" ? above : 1 - above;
}

double Reduction::half_width_of_mean(std::span<const double> values) const {
    if (replicates_ < 2 || any_missing(values)) return no_value;
    return of_draws_ * std::sqrt(mean_squares(values, seeds_).between / static_cast<double>(replicates_));
}

std::string Reduction::method() const {
    if (replicates_ >= empirical_from) return fmt::format("quantiles (type 7) of {} replicates", replicates_);
    return fmt::format("Student's t on mean and standard deviation of {} replicates", replicates_);
}

SpreadParts spread_parts(std::span<const double> values, std::size_t seeds_a_draw) {
    if (seeds_a_draw == 0 || values.empty() || values.size() % seeds_a_draw != 0) {
        throw std::logic_error("replicates are not draws times seeds");
    }
    if (seeds_a_draw < 2) return {no_value, no_value};
    const MeanSquares squares = mean_squares(values, seeds_a_draw);
    const double monte_carlo = std::sqrt(squares.within / static_cast<double>(values.size()));
    if (values.size() == seeds_a_draw) return {monte_carlo, no_value};
    // std::max(0, NaN) would be 0: a cell without values keeps none.
    const double parameter = (squares.between - squares.within) / static_cast<double>(seeds_a_draw);
    return {monte_carlo, parameter < 0 ? 0 : std::sqrt(parameter)};
}

}  // namespace spires
