#pragma once
// Pure functions from counts to published measures.

#include "indicators/area_tallies.hpp"
#include "indicators/life_table.hpp"

namespace spires {

/// Central death rates by band from expected deaths and person-years; NaN where nobody lived.
[[nodiscard]] ByLifeTableBand death_rates(const AreaCounts& counts, SexGroup sex) noexcept;
/// Share of person-years lived in good health by band.
[[nodiscard]] ByLifeTableBand good_health_shares(const AreaCounts& counts, SexGroup sex) noexcept;
/// Years of life expected at birth (`from` = 0) or at the start of a band.
[[nodiscard]] double life_expectancy(const AreaCounts& counts, SexGroup sex, std::size_t from) noexcept;
/// Sullivan's years in good health from a band on.
[[nodiscard]] double healthy_life_expectancy(const AreaCounts& counts, SexGroup sex, std::size_t from) noexcept;
/// Deaths under 75 per 100,000, directly standardised to the European Standard Population 2013.
[[nodiscard]] double premature_mortality(const AreaCounts& counts, SexGroup sex) noexcept;
/// Ratio of two whole-number counts over all ages; NaN without a denominator.
[[nodiscard]] double share(const AreaCounts& counts, SexGroup sex, std::size_t numerator, std::size_t denominator) noexcept;

/// The band that starts at 65.
inline constexpr std::size_t band_65 = life_table_band(65);

}  // namespace spires
