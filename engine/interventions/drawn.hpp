#pragma once
// Interventions of one parameter draw: sizes, reach, uptake and costs as drawn, fading tabulated.

#include "calibration/parameter_draw.hpp"
#include "inputs/prices.hpp"
#include "scenario/scenario.hpp"

#include <array>
#include <vector>

namespace spires {

/// Years after joining for which the strength of an effect is tabulated.
inline constexpr std::size_t years_of_effect = 80;

/// A scenario's figure with its drawn shift: on the natural scale, or on the log for ratios.
struct DrawnValue {
    const Value* value = nullptr;
    double shift = 0;   ///< added to every entry
    double factor = 1;  ///< multiplied to every entry

    [[nodiscard]] double at(std::size_t decile, int age, std::size_t ward) const noexcept {
        return (value->at(decile, age, ward) + shift) * factor;
    }
};

struct DrawnEffect {
    std::size_t lever = 0;
    bool on_log = false;  ///< ratios: the log of the ratio fades
    DrawnValue size;
    std::array<double, years_of_effect> strength{};  ///< mean of the step, by whole years since joining
};

struct DrawnIntervention {
    const Intervention* source = nullptr;
    std::uint32_t purpose = 0;
    DrawnValue reach, uptake;
    DrawnValue cost_per_participant;    ///< pounds of 2022
    DrawnValue fixed_cost_per_year;     ///< pounds of 2022
    std::vector<DrawnEffect> effects;
};

/// Strength min(1, t/onset) · 2^(−max(0, t − onset)/half_life), averaged over [years, years + 1].
[[nodiscard]] double mean_strength(double years, double onset, double half_life) noexcept;

/// `half_life_factor` multiplies every half-life: how fast effects fade is a setting of the structure.
[[nodiscard]] std::vector<DrawnIntervention> draw_interventions(const Scenario& scenario, const Prices& prices, ParameterDraw& draw, double half_life_factor = 1);

}  // namespace spires
