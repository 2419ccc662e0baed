#pragma once
// Numbers as a reader wants them: few digits, one width, no minus before nothing.

#include <optional>
#include <string>

namespace spires {

/// "59,900.25"; a dash for NaN; "0.00", never "-0.00".
[[nodiscard]] std::string figure(double value, int decimals);
/// The same with a plus before what is above zero.
[[nodiscard]] std::string signed_figure(double value, int decimals);
/// To so many significant digits: 9834 -> "9,800".
[[nodiscard]] std::string rounded_figure(double value, int digits);
/// A chance in whole per cent, by one rule for terminal and page: 100 above 99 %, 0 below 1 %, else the nearest,
/// halves upwards; nothing for NaN.
[[nodiscard]] std::optional<int> whole_percent(double probability) noexcept;
/// "97 %", ">99 %", "<1 %", or a dash.
[[nodiscard]] std::string percent(double probability);

/// How an indicator of some unit is printed. Shares (unit 1, level within 0 to 1) become per cent.
struct FigureStyle {
    double factor = 1;
    int level_decimals = 0, change_decimals = 0;
    std::string unit;  ///< for the label; empty when the label says it
};
/// `level` is a typical level, `change` a typical change.
[[nodiscard]] FigureStyle figure_style(const std::string& units, double level, double change);

/// A time as "48 s" or "5 min 9 s".
[[nodiscard]] std::string run_time(double seconds);

}  // namespace spires
