#pragma once
// The axes every table and tally shares: sex, age, age bands, deciles.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spires {

enum class Sex : std::uint8_t { female = 0, male = 1 };
inline constexpr std::size_t sexes = 2;
inline constexpr std::array<std::string_view, sexes> sex_names{"female", "male"};

/// Single years of age in tables: 0 … 100, where 100 stands for 100 and over.
inline constexpr int oldest_age = 100;
inline constexpr std::size_t ages = 101;
[[nodiscard]] constexpr std::size_t age_row(int age) noexcept {
    return static_cast<std::size_t>(std::clamp(age, 0, oldest_age));
}

/// Bands of the abridged life table: 0, 1-4, 5-9 … 85-89, 90+.
inline constexpr std::size_t life_table_bands = 20;
inline constexpr std::array<int, life_table_bands> life_table_starts{
    0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90};
[[nodiscard]] constexpr std::size_t life_table_band(int age) noexcept {
    if (age < 1) return 0;
    return std::min<std::size_t>(static_cast<std::size_t>(age) / 5 + 1, life_table_bands - 1);
}
static_assert(life_table_band(0) == 0 && life_table_band(4) == 1 && life_table_band(5) == 2 &&
              life_table_band(89) == 18 && life_table_band(101) == 19);

/// Five-year bands of normalisers and shapes: 0-4 … 90+.
inline constexpr std::size_t five_year_bands = 19;
[[nodiscard]] constexpr std::size_t five_year_band(int age) noexcept {
    return std::min<std::size_t>(static_cast<std::size_t>(std::max(age, 0)) / 5,
                                 five_year_bands - 1);
}

/// Deciles of the Index of Multiple Deprivation, 0 = most deprived (printed as 1).
inline constexpr std::size_t deciles = 10;

}  // namespace spires
