#include "commands/figures.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spires {

namespace {

bool is_zero(const std::string& text) { return text.find_first_of("123456789") == std::string::npos; }

/// Decimals that show two digits of a number of this size, at most three.
int decimals_of(double size) {
    if (!(size > 0)) return 0;
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), 0, 3);
}

}  // namespace

std::string figure(double value, int decimals) {
    if (!std::isfinite(value)) return "–";
    std::string text = with_thousands(value, decimals);
    if (text[0] == '-' && is_zero(text)) text.erase(0, 1);
    return text;
}

std::string signed_figure(double value, int decimals) {
    const std::string text = figure(value, decimals);
    return std::isfinite(value) && value > 0 && !is_zero(text) ? "+" + text : text;
}

std::string rounded_figure(double value, int digits) {
    if (!std::isfinite(value) || value == 0) return figure(value, 0);
    const int place = static_cast<int>(std::floor(std::log10(std::abs(value)))) - digits + 1;
    const double step = std::pow(10.0, place);
    return figure(std::round(value / step) * step, std::max(0, -place));
}

FigureStyle figure_style(const std::string& units, double level, double change) {
    if (units == "years") return {1, 1, std::abs(change) < 0.01 ? 3 : 2, ""};
    const bool share = units == "1" && level >= 0 && level <= 1;
    if (share) return {100, 1, 2, "%"};
    return {1, decimals_of(std::abs(level) / 10), decimals_of(std::abs(change)), units == "1" || units == "count" ? "" : units};
}

std::string run_time(double seconds) {
    if (seconds < 60) return fmt::format("{:.0f} s", seconds);
    const auto minutes = static_cast<int>(seconds / 60);
    return fmt::format("{} min {:.0f} s", minutes, std::floor(seconds - 60.0 * minutes));
}

}  // namespace spires
