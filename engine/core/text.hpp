#pragma once
// Words for people: the nearest known word, numbers with thousands separators.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// The known word nearest to `word` by edit distance, or empty when none is near.
[[nodiscard]] std::string nearest_word(std::string_view word, std::span<const std::string> known);
/// "; did you mean 'x'?" or nothing.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> known);
/// 355600 -> "355,600".
[[nodiscard]] std::string with_thousands(double value, int decimals = 0);
/// A chance as whole per cents, halves away from zero: "97 %", ">99 %" above 0.99, "<1 %" below 0.01, or a dash.
/// The page rounds by the same rule, so that nobody reads 98 here and 99 there.
[[nodiscard]] std::string percent(double chance);
/// The number in it: 100 above 99 %, 0 below 1 %, else the nearest; nothing for NaN.
[[nodiscard]] std::optional<int> whole_percent(double chance) noexcept;
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace spires
