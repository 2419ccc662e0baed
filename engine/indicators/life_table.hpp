#pragma once
// Chiang's abridged life table and Sullivan's healthy life expectancy.

#include "core/axes.hpp"

#include <array>

namespace spires {

using ByLifeTableBand = std::array<double, life_table_bands>;

/// Years a band spans; the open one counts as infinite and is treated apart.
[[nodiscard]] constexpr double band_width(std::size_t band) noexcept { return band == 0 ? 1.0 : (band == 1 ? 4.0 : 5.0); }
/// Chiang's a: the share of a band that those who die in it live, 0.1 below one and ½ above.
[[nodiscard]] constexpr double share_lived_by_the_dying(std::size_t band) noexcept { return band == 0 ? 0.1 : 0.5; }

/// Abridged life table from central death rates m_x [1/year] by band; last band open with L = l/M (Chiang 1984).
/// Where nobody survives to a band its expectancy is 0; a rate of NaN makes all of it NaN.
struct LifeTable {
    ByLifeTableBand dying{};         ///< q_x, chance of dying within the band; 1 in the open one
    ByLifeTableBand survivors{};     ///< l_x of a birth cohort of one
    ByLifeTableBand person_years{};  ///< L_x
    ByLifeTableBand expectancy{};    ///< e_x, years

    explicit LifeTable(const ByLifeTableBand& death_rates) noexcept;
    /// Sullivan: years of life from `band` on lived in the state, given its share by band.
    [[nodiscard]] double healthy_expectancy(const ByLifeTableBand& share, std::size_t band = 0) const noexcept;
};

/// European Standard Population 2013 by band (0, 1-4, 5-9 … 90+), summing to 100,000.
inline constexpr ByLifeTableBand european_standard_population{
    1000, 4000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000};

}  // namespace spires
