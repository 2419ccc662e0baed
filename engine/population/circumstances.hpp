#pragma once
// What a person lives in: bits that the household economy and habits set each year.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spires {

/// Bits of the `circumstances` column.
using Circumstances = std::uint8_t;
namespace circumstance {
inline constexpr Circumstances poverty = 1;                  ///< household below the poverty line after housing costs
inline constexpr Circumstances temporary_accommodation = 2;
inline constexpr Circumstances cold_home = 4;                ///< fuel-poor and not able to keep it warm
inline constexpr Circumstances fuel_poverty = 128;           ///< within the step only: no exposure by itself
inline constexpr Circumstances alcohol = 8;                  ///< more than 21 (men) or 14 (women) units a week
}  // namespace circumstance

/// Yes-or-no exposures of a person, as tables of risk name them: bit i of `exposure_flags` is name i.
inline constexpr std::array<std::string_view, 6> exposure_flag_names{"loneliness", "unemployment", "poverty", "temporary_accommodation", "cold_home", "alcohol"};
inline constexpr std::size_t exposure_flags_count = exposure_flag_names.size();
[[nodiscard]] constexpr std::uint32_t exposure_flags(bool lonely, bool unemployed, Circumstances circumstances) noexcept {
    return (lonely ? 1U : 0U) | (unemployed ? 2U : 0U) | (static_cast<std::uint32_t>(circumstances) << 2U);
}

/// Bits of the `covered` column: what a person's last invitation to a programme of screening led to.
using Coverage = std::uint8_t;

/// Air where a person lives, as the body has taken it in: micrograms per cubic metre in 1/1024.
inline constexpr double air_unit = 1024.0;

}  // namespace spires
