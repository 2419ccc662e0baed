#include "core/maths.hpp"
#include "core/random.hpp"
#include "indicators/slope.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Stream of these draws; no person of a simulation has them.
constexpr std::uint32_t slope_purpose = 0x2000;

double to_scale(double figure, FigureKind kind) noexcept {
    if (kind == FigureKind::rate) return logarithm(figure);
    if (kind == FigureKind::proportion) return logarithm(figure / (1.0 - figure));
    return figure;
}

double from_scale(double place, FigureKind kind) noexcept {
    if (kind == FigureKind::rate) return exponential(place);
    if (kind == FigureKind::proportion) return 1.0 / (1.0 + exponential(-place));
    return place;
}

/// One set of figures as they might have been.
void draw_figures(const UncertainFigures& figures, const std::vector<double>& centres, const RandomKey& key, std::size_t repetition,
                  std::vector<double>& drawn) {
    for (std::size_t first = 0; first < centres.size(); first += 4) {
        const Words words = draw(key, repetition, static_cast<int>(first), slope_purpose);
        for (std::size_t i = first; i < std::min(first + 4, centres.size()); ++i) {
            const double z = normal_quantile((words[i - first] + 0.5) * 0x1p-32);
            drawn[i] = from_scale(centres[i] + z * figures.errors[i], figures.kind);
        }
    }
}

struct Limits {
    double lower, upper;
};

/// The order statistics next to the two tail shares, counted from one.
Limits limits_of(std::vector<double>& values, double confidence) {
    std::sort(values.begin(), values.end());
    const auto repetitions = static_cast<double>(values.size());
    const auto at = [&](double share) {
        const auto place = static_cast<std::size_t>(repetitions * share + 0.5);
        return values[std::clamp<std::size_t>(place, 1, values.size()) - 1];
    };
    const double above = confidence + (1.0 - confidence) / 2.0;
    return {at(1.0 - above), at(above)};
}

}  // namespace

double error_of_limits(double lower, double upper, FigureKind kind) noexcept {
    constexpr double normal_975 = 1.959963984540054;
    return (to_scale(upper, kind) - to_scale(lower, kind)) / (2.0 * normal_975);
}

SlopeWithLimits slope_with_limits(const UncertainFigures& figures, const SlopeOptions& options) {
    const SlopeFit fit(figures.populations);
    const bool inverted = options.multiplier < 0;
    const auto relative = [inverted](const Slope& slope) { return inverted ? 1.0 / slope.relative() : slope.relative(); };
    std::vector<double> centres, drawn(figures.values.size()), indices, ratios;
    for (const double value : figures.values) centres.push_back(to_scale(value, figures.kind));
    for (std::size_t repetition = 0; repetition < options.repetitions; ++repetition) {
        draw_figures(figures, centres, {options.seed, 0}, repetition, drawn);
        const Slope slope = fit(drawn);
        indices.push_back(options.multiplier * slope.index);
        ratios.push_back(relative(slope));
    }
    const Slope slope = fit(figures.values);
    const Limits index = limits_of(indices, options.confidence), ratio = limits_of(ratios, options.confidence);
    return {options.multiplier * slope.index, relative(slope), slope.intercept, index.lower, index.upper, ratio.lower, ratio.upper};
}

}  // namespace spires
