#pragma once
// Who gains over the years: healthy years gained against the years lived.

#include <span>
#include <vector>

namespace spires {

/// Years gained per 1,000 person-years over all years of a run: 1000 · Σ (with − without) / Σ person-years
/// without. Person-years of all years stand below, because those of a single year would show a gradient that is
/// only one of growth. A year without a value is left out. NaN where nobody lived.
[[nodiscard]] double gained_per_1000(std::span<const double> with, std::span<const double> without, std::span<const double> person_years);

}  // namespace spires
