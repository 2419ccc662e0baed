#pragma once
// What the replicates say together: mean, spread, interval, and how sure an improvement is.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// The statistics of a results file, in the order of its axis.
inline constexpr std::size_t statistic_count = 5;
inline constexpr std::string_view statistic_names[statistic_count] = {"mean", "sd", "p2_5", "p50", "p97_5"};

/// Over replicates, in the unit of the values. NaN where there is no value.
struct Estimate {
    double mean, sd, p2_5, p50, p97_5;
};

/// From this many replicates on, intervals and probabilities are read off the replicates themselves.
inline constexpr std::size_t empirical_from = 200;

/// Two-sided 95 % quantile of Student's t.
[[nodiscard]] double student_quantile(double degrees_of_freedom);

/// Quantile `share` (0 to 1) of sorted values, type 7 (as R and numpy do unless told otherwise).
[[nodiscard]] double quantile(std::span<const double> sorted, double share);

/// Turns the values of replicates (parameter draws × seeds; replicate r belongs to draw r / seeds) into statistics.
///
/// The interval says where one more replicate falls: what the parameters leave open together with the luck
/// of one city. It is not a confidence interval of the mean, and does not shrink with replicates.
/// Fewer than 200 replicates: mean ± t · sd, Student's t with n − 1; from 200 on: type 7 quantiles. One
/// replicate has a mean and a median, and NaN for the rest. Values are added in order of replicate, so the
/// result depends on nothing else. The confidence interval of the mean is apart: seeds of one draw share its
/// parameters and are not independent, so it rests on what draws differ by.
class Reduction {
public:
    /// Seeds of a single draw are independent: there is nothing they share.
    explicit Reduction(std::size_t replicates, std::size_t seeds_a_draw = 1);

    /// `values` by replicate. One NaN makes all statistics NaN.
    [[nodiscard]] Estimate estimate(std::span<const double> values) const;
    /// Chance that scenario − baseline goes the better way (`direction`: "higher" or "lower"; "none" gives
    /// NaN). Student's t as for the interval, or the share of replicates, where a tie counts half.
    [[nodiscard]] double probability_better(std::span<const double> differences, std::string_view direction) const;
    /// Half the 95 % confidence interval of the mean; it shrinks with the number of draws. NaN with one draw.
    [[nodiscard]] double half_width_of_mean(std::span<const double> values) const;
    /// How intervals were made, for the attribute `interval_method`.
    [[nodiscard]] std::string method() const;

private:
    [[nodiscard]] double above_zero(std::span<const double> differences) const;

    std::size_t replicates_, seeds_;
    double of_replicates_, of_draws_;     // quantiles of Student's t for so many; NaN for one
    mutable std::vector<double> sorted_;  // kept between calls: one Reduction belongs to one thread
};

/// Where the spread of replicates comes from, for draws × seeds (replicate r belongs to draw r / seeds).
struct SpreadParts {
    double monte_carlo_sd;  ///< of the mean over all replicates: √(within mean square / replicates)
    double parameter_sd;    ///< between parameter draws: √((between − within) / seeds), at least 0
};

/// Parts of the spread of `values`, by one-way analysis of variance; NaN where the design cannot tell
/// (fewer than two seeds a draw; for the parameters, fewer than two draws).
[[nodiscard]] SpreadParts spread_parts(std::span<const double> values, std::size_t seeds_a_draw);

}  // namespace spires
