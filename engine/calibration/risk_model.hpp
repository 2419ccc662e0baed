#pragma once
// Relative risks of one parameter draw, laid out on grids so that a person's ratio is a few lookups.

#include "calibration/parameter_draw.hpp"
#include "inputs/health.hpp"
#include "population/columns.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace spires {

/// Where a person stands on every curve of risk.
struct RiskState {
    std::size_t activity_node = 0, body_node = 0, smoking = 0;
    double activity_fraction = 0, body_fraction = 0;
    double no2 = 0, pm25 = 0;         ///< position among the nodes
    std::uint32_t flags = 0;          ///< bit i is exposure_flag_names[i]
    ConditionSet conditions = 0;
};

/// How much weighs on a person beside what they do, breathe and weigh: [whether ill with anything][none, one, two or
/// more of the yes-or-no exposures].
inline constexpr std::size_t exposed_burdens = 4, burdens = 2 * exposed_burdens;

/// Product of relative risks for each outcome: a condition, or other mortality (the last outcome).
class RiskModel {
public:
    static constexpr double activity_spacing = 15.0;   ///< minutes a week between nodes
    static constexpr std::size_t activity_nodes = 21;  ///< 0 … 300 minutes, where the dose is capped
    static constexpr double body_lowest = 15.0;        ///< kg/m²
    static constexpr std::size_t body_nodes = 36;      ///< 15 … 50 by 1
    static constexpr std::size_t smoking_nodes = 63;   ///< never, current, ex for 0 … 60 years
    static constexpr double air_spacing = 2.0;         ///< µg/m³ between nodes, of either pollutant
    static constexpr std::size_t air_nodes = 24;       ///< 0 … 46 µg/m³

    RiskModel(const HealthTables& tables, const Parameters& parameters, ParameterDraw& draw);

    [[nodiscard]] std::size_t outcomes() const noexcept { return factors_.size(); }
    [[nodiscard]] std::size_t other_mortality() const noexcept { return factors_.size() - 1; }
    /// State from the lagged exposures and the given conditions.
    [[nodiscard]] static RiskState state_of(const PersonColumns& people, std::size_t row, ConditionSet conditions) noexcept;
    /// Π RR of one outcome, not yet divided by its mean.
    [[nodiscard]] double ratio(std::size_t outcome, const RiskState& state, Sex sex, int age) const noexcept;
    /// What the ratio of nobody with this burden exceeds.
    [[nodiscard]] double highest(std::size_t outcome, std::size_t burden, Sex sex, int age) const noexcept;

    /// Where a table by [sex][five-year band][node] keeps an entry.
    [[nodiscard]] static constexpr std::size_t at(Sex sex, std::size_t band, std::size_t nodes, std::size_t node) noexcept {
        return (static_cast<std::size_t>(sex) * five_year_bands + band) * nodes + node;
    }

    /// Tables of one outcome by [sex][five-year band][node]; empty where the exposure has no effect. Floats:
    /// the yearly step reads them in lanes, and everything else reads the same.
    struct Factors {
        std::vector<float> activity, body, smoking, no2, pm25;
        std::array<std::vector<float>, exposure_flags_count> flags;          ///< by exposure flag
        std::vector<std::pair<std::size_t, std::vector<float>>> conditions;  ///< cause and its ratios
        ConditionSet relevant = 0;
    };
    [[nodiscard]] const Factors& factors(std::size_t outcome) const noexcept { return factors_[outcome]; }

private:
    [[nodiscard]] static double in_air(const std::vector<float>& table, Sex sex, std::size_t band, double position) noexcept {
        if (table.empty()) return 1.0;
        const auto node = std::min(static_cast<std::size_t>(position), air_nodes - 2);
        const float* value = &table[at(sex, band, air_nodes, node)];
        return static_cast<double>(value[0]) + (position - static_cast<double>(node)) * (static_cast<double>(value[1]) - static_cast<double>(value[0]));
    }
    std::vector<Factors> factors_;
};

inline RiskState RiskModel::state_of(const PersonColumns& people, std::size_t row, ConditionSet conditions) noexcept {
    RiskState state;
    const double minutes = std::min(people.activity_lagged[row] / activity_unit, activity_spacing * (activity_nodes - 1) - 1e-6) / activity_spacing;
    state.activity_node = static_cast<std::size_t>(minutes);
    state.activity_fraction = minutes - static_cast<double>(state.activity_node);
    const double body = std::clamp(people.body_mass_lagged[row] / body_mass_index_unit - body_lowest, 0.0, body_nodes - 1.000001);
    state.body_node = static_cast<std::size_t>(body);
    state.body_fraction = body - static_cast<double>(state.body_node);
    const auto smoking = people.smoking[row];
    state.smoking = smoking == Smoking::never ? 0U : smoking == Smoking::current ? 1U : 2U + std::min<std::size_t>(people.years_since_quitting[row], 60);
    state.no2 = std::min(people.no2[row] / (air_unit * air_spacing), air_nodes - 1.0);
    state.pm25 = std::min(people.pm25[row] / (air_unit * air_spacing), air_nodes - 1.0);
    state.flags = exposure_flags(people.lonely[row] != 0, people.economic_status[row] == EconomicStatus::unemployed, people.circumstances[row]);
    state.conditions = conditions;
    return state;
}

inline double RiskModel::ratio(std::size_t outcome, const RiskState& state, Sex sex, int age) const noexcept {
    const auto& f = factors_[outcome];
    const std::size_t band = five_year_band(age);
    double product = 1.0;
    if (!f.activity.empty()) {
        const float* node = &f.activity[at(sex, band, activity_nodes, state.activity_node)];
        product *= static_cast<double>(node[0]) + state.activity_fraction * (static_cast<double>(node[1]) - static_cast<double>(node[0]));
    }
    if (!f.body.empty()) {
        const float* node = &f.body[at(sex, band, body_nodes, state.body_node)];
        product *= static_cast<double>(node[0]) + state.body_fraction * (static_cast<double>(node[1]) - static_cast<double>(node[0]));
    }
    if (!f.smoking.empty()) product *= static_cast<double>(f.smoking[at(sex, band, smoking_nodes, state.smoking)]);
    product *= in_air(f.no2, sex, band, state.no2) * in_air(f.pm25, sex, band, state.pm25);
    for (std::uint32_t left = state.flags; left != 0; left &= left - 1) {
        const auto& table = f.flags[static_cast<std::size_t>(std::countr_zero(left))];
        if (!table.empty()) product *= static_cast<double>(table[at(sex, band, 1, 0)]);
    }
    if ((state.conditions & f.relevant) != 0)
        for (const auto& [cause, table] : f.conditions)
            if ((state.conditions >> cause) & 1U) product *= static_cast<double>(table[at(sex, band, 1, 0)]);
    return product;
}

}  // namespace spires
