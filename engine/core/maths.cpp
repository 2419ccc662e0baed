#include "core/maths.hpp"

namespace spires {

namespace {

double tail_quantile(double p) noexcept {
    const double q = std::sqrt(-2.0 * logarithm(p));
    return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q -
              2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783) /
           ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q +
             3.754408661907416) * q + 1.0);
}

}  // namespace

double normal_quantile(double p) noexcept {
    constexpr double low = 0.02425;
    if (p < low) return tail_quantile(p);
    if (p > 1.0 - low) return -tail_quantile(1.0 - p);
    const double q = p - 0.5;
    const double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
              1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239) * q /
           (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
              6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1.0);
}

double normal_cdf(double z) noexcept {
    const double x = z < 0 ? -z : z;
    const double t = 1.0 / (1.0 + 0.2316419 * x);
    const double density = 0.3989422804014327 * exponential(-0.5 * x * x);
    const double upper = density * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 +
                         t * (-1.821255978 + t * 1.330274429))));
    return z < 0 ? upper : 1.0 - upper;
}

}  // namespace spires
