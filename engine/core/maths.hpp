#pragma once
// exp, log and the normal quantile as fixed sequences of IEEE operations: the same bits on every
// processor, which libm does not promise. Accuracy is a few units in the last place.

#include <bit>
#include <cmath>
#include <cstdint>

namespace spires {

/// e^x for |x| < 700; 0 below, infinity-free above (clamped).
[[nodiscard]] inline double exponential(double x) noexcept {
    if (x < -700.0) return 0.0;
    if (x > 700.0) x = 700.0;
    const double n = static_cast<double>(static_cast<std::int64_t>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5)));
    const double r = (x - n * 0.6931471803691238) - n * 1.9082149292705877e-10;
    double p = 1.0 / 479001600.0;  // Taylor to r¹², |r| ≤ ½ ln 2
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52U;
    return p * std::bit_cast<double>(exponent);
}

/// Natural logarithm of a positive normal number.
[[nodiscard]] inline double logarithm(double x) noexcept {
    auto bits = std::bit_cast<std::uint64_t>(x);
    std::int64_t n = static_cast<std::int64_t>(bits >> 52U) - 1023;
    double m = std::bit_cast<double>((bits & 0xfffffffffffffULL) | 0x3ff0000000000000ULL);
    if (m > 1.4142135623730951) {
        m *= 0.5;
        ++n;
    }
    const double s = (m - 1.0) / (m + 1.0);  // log m = 2 artanh s, |s| < 0.172
    const double z = s * s;
    double p = 1.0 / 21.0;
    for (int k = 19; k >= 1; k -= 2) p = p * z + 1.0 / k;
    const double nd = static_cast<double>(n);
    return nd * 0.6931471803691238 + (2.0 * s * p + nd * 1.9082149292705877e-10);
}

/// 1 − e^−x, without loss of figures for small x.
[[nodiscard]] inline double one_minus_exp_minus(double x) noexcept {
    if (x < 0.03125)
        return x * (1.0 - x * (0.5 - x * (1.0 / 6.0 - x * (1.0 / 24.0 - x * (1.0 / 120.0)))));
    return 1.0 - exponential(-x);
}

/// Quantile of the standard normal distribution, 0 < p < 1 (Acklam's rational form, error 1e-9).
[[nodiscard]] double normal_quantile(double p) noexcept;
/// Standard normal distribution function (error below 1e-7; Abramowitz and Stegun 26.2.17).
[[nodiscard]] double normal_cdf(double z) noexcept;

}  // namespace spires
