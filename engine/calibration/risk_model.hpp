#pragma once
// Relative risks of one parameter draw, laid out on grids so that a person's ratio is a few lookups.

#include "calibration/parameter_draw.hpp"
#include "inputs/health.hpp"
#include "population/columns.hpp"

#include <vector>

namespace spires {

/// Where a person stands on every curve of risk.
struct RiskState {
    std::size_t activity_node = 0, body_node = 0, smoking = 0;
    double activity_fraction = 0, body_fraction = 0;
    bool lonely = false, unemployed = false;
    ConditionSet conditions = 0;
};

/// Product of relative risks for each outcome: a condition, or other mortality (the last outcome).
class RiskModel {
public:
    static constexpr double activity_spacing = 15.0;   ///< minutes a week between nodes
    static constexpr std::size_t activity_nodes = 21;  ///< 0 … 300 minutes, where the dose is capped
    static constexpr double body_lowest = 15.0;        ///< kg/m²
    static constexpr std::size_t body_nodes = 36;      ///< 15 … 50 by 1
    static constexpr std::size_t smoking_nodes = 63;   ///< never, current, ex for 0 … 60 years

    RiskModel(const HealthTables& tables, ParameterDraw& draw);

    [[nodiscard]] std::size_t outcomes() const noexcept { return factors_.size(); }
    [[nodiscard]] std::size_t other_mortality() const noexcept { return factors_.size() - 1; }
    /// State from the lagged exposures and the given conditions.
    [[nodiscard]] static RiskState state_of(const PersonColumns& people, std::size_t row, ConditionSet conditions) noexcept;
    /// Π RR of one outcome, not yet divided by its mean.
    [[nodiscard]] double ratio(std::size_t outcome, const RiskState& state, Sex sex, int age) const noexcept;

private:
    /// Tables of one outcome by [sex][five-year band][node]; empty where the exposure has no effect.
    struct Factors {
        std::vector<double> activity, body, smoking, lonely, unemployed;
        std::vector<std::pair<std::size_t, std::vector<double>>> conditions;
        ConditionSet relevant = 0;
    };
    std::vector<Factors> factors_;
};

}  // namespace spires
