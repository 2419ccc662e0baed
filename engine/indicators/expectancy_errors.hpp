#pragma once
// How far a life expectancy from counted deaths may lie from the truth.

#include "indicators/life_table.hpp"

namespace spires {

/// What an observed life table rests on, by band.
struct ObservedDeaths {
    ByLifeTableBand rates;   ///< central death rates m_x [1/year]
    ByLifeTableBand deaths;  ///< counted deaths behind them
};

/// A share of life and the number of people asked for it (0: the share is taken as known).
struct ObservedShare {
    ByLifeTableBand share;
    ByLifeTableBand respondents;
};

/// Standard errors of e_x [years] by band: Chiang's variance q²(1 − q)/D of each closed band, and of the
/// open one 1/(D·M²), which Chiang leaves out (Silcocks, Jenner, Reza 2001). NaN where nobody survives to a
/// band. For observed deaths only: an expected or paired figure of the model scatters otherwise.
[[nodiscard]] ByLifeTableBand expectancy_errors(const LifeTable& table, const ObservedDeaths& observed) noexcept;

/// The same of Sullivan's healthy expectancy: the part of deaths weighs years by the share, and the share's
/// own part is Σ L²·π(1 − π)/n over the bands with respondents (Jagger and others, Sullivan guide 2014).
[[nodiscard]] ByLifeTableBand healthy_expectancy_errors(const LifeTable& table, const ObservedDeaths& observed,
                                                        const ObservedShare& state) noexcept;

}  // namespace spires
