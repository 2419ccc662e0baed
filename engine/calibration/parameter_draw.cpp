#include "calibration/parameter_draw.hpp"

#include "core/maths.hpp"
#include "core/random.hpp"

#include <Random123/conventional/Engine.hpp>
#include <Random123/threefry.h>
#include <boost/random/beta_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>

namespace spires {

namespace {

using Engine = r123::Engine<r123::Threefry4x32>;

/// A generator of its own for each name: seed and draw in the key, the name's hash beside them.
Engine engine_for(std::uint64_t seed, std::uint32_t draw, std::string_view name) {
    const r123::Threefry4x32::key_type key{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U), draw,
                                            intervention_purpose(name)}};
    return Engine(key);
}

constexpr double limits_apart = 2.0 * 1.959963984540054;  // 95 % limits in standard deviations

/// Shape parameters of the beta with this mean and standard deviation; variance kept below mean(1−mean).
std::pair<double, double> beta_shape(double mean, double sd) {
    const double variance = std::min(sd * sd, 0.95 * mean * (1.0 - mean));
    const double size = mean * (1.0 - mean) / variance - 1.0;
    return {mean * size, (1.0 - mean) * size};
}

}  // namespace

double ParameterDraw::keep(std::string_view name, double value) {
    record_.emplace_back(std::string(name), value);
    return value;
}

double ParameterDraw::score(std::string_view name) {
    if (central_) return 0.0;
    auto engine = engine_for(seed_, draw_, name);
    const double u = boost::random::uniform_01<double>{}(engine);
    return normal_quantile(std::clamp(u, 1e-12, 1.0 - 1e-12));
}

double ParameterDraw::ratio(std::string_view name, double ratio, double lower, double upper, double fraction) {
    const double se = upper > lower ? (logarithm(upper) - logarithm(lower)) / limits_apart : 0.0;
    return exponential(fraction * (logarithm(ratio) + se * score(name)));
}

double ParameterDraw::normal(std::string_view name, double mean, double sd) {
    return keep(name, mean + sd * score(name));
}

double ParameterDraw::share(std::string_view name, double mean, double sd) {
    if (central_ || sd <= 0 || mean <= 0 || mean >= 1) return keep(name, mean);
    const auto [a, b] = beta_shape(mean, sd);
    auto engine = engine_for(seed_, draw_, name);
    return keep(name, boost::random::beta_distribution<double>(a, b)(engine));
}

double ParameterDraw::cost(std::string_view name, double mean, double sd) {
    if (central_ || sd <= 0 || mean <= 0) return keep(name, mean);
    auto engine = engine_for(seed_, draw_, name);
    return keep(name, boost::random::gamma_distribution<double>(mean * mean / (sd * sd), sd * sd / mean)(engine));
}

double ParameterDraw::causal_fraction(std::string_view exposure, const Parameter& fraction) {
    const std::string name = "causal_fraction." + std::string(exposure);
    if (central_ || fraction.upper <= fraction.lower) return keep(name, fraction.value);
    auto engine = engine_for(seed_, draw_, name);
    return keep(name, boost::random::beta_distribution<double>(2.0, 2.0)(engine));
}

Parameters ParameterDraw::sample(const Parameters& parameters) {
    Parameters drawn = parameters;
    for (const auto& p : parameters.all()) {
        const double sd = (p.upper - p.lower) / limits_apart;
        if (p.distribution == "fixed" || sd <= 0 || p.name == "causal_fraction") continue;  // drawn by exposure
        if (p.distribution == "lognormal") drawn.set(p.name, keep(p.name, ratio(p.name, p.value, p.lower, p.upper)));
        else if (p.distribution == "beta") drawn.set(p.name, share(p.name, p.value, sd));
        else drawn.set(p.name, cost(p.name, p.value, sd));
    }
    return drawn;
}

}  // namespace spires
