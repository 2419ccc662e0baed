#pragma once
// Slope index and relative index of inequality: one line through all tenths, not only the two ends.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// Middle of each group's range in the population, 0 = most deprived: populations > 0, most deprived first.
[[nodiscard]] std::vector<double> ridits(std::span<const double> populations);

/// The straight line of a figure over the ridit, in the figure's unit.
struct Slope {
    double intercept;  ///< fitted at ridit 0, the most deprived end
    double index;      ///< fitted(1) − fitted(0): the slope index of inequality
    [[nodiscard]] double relative() const noexcept { return (intercept + index) / intercept; }
};

/// Least squares of figures on the ridit, weighted by population (Low and Low 2004), in a form that takes
/// many sets of figures of the same populations: at least two groups, most deprived first.
class SlopeFit {
public:
    explicit SlopeFit(std::span<const double> populations);
    [[nodiscard]] Slope operator()(std::span<const double> figures) const noexcept;

private:
    std::vector<double> of_mean_, of_index_;  // the coefficients of each figure in mean and slope
};

/// On which scale a figure scatters around its value: as it is, by its logarithm, or by its log-odds.
enum class FigureKind { other, rate, proportion };

/// Figures by group, most deprived first; `errors` are standard errors on the scale of the kind.
struct UncertainFigures {
    std::vector<double> populations, values, errors;
    FigureKind kind = FigureKind::other;
};

/// Standard error, on the scale of the kind, behind 95 % limits.
[[nodiscard]] double error_of_limits(double lower, double upper, FigureKind kind) noexcept;

struct SlopeOptions {
    double confidence = 0.95;
    double multiplier = 1;           ///< of the slope index and its limits; a negative one inverts the relative index
    std::size_t repetitions = 100'000;
    std::uint64_t seed = 1;
};

struct SlopeWithLimits {
    double index, relative, intercept, lower, upper, relative_lower, relative_upper;
};

/// Slope and relative index with limits by simulation, as OHID publishes them: each figure is drawn from its
/// normal distribution, the line fitted anew, and the limits are order statistics of the repetitions. The
/// same figures, options and seed give the same limits, whatever else is in the table.
[[nodiscard]] SlopeWithLimits slope_with_limits(const UncertainFigures& figures, const SlopeOptions& options);

}  // namespace spires
