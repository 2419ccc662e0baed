#pragma once
// Ratios of everybody at the base, many people at a time and in doubles: the same bits as RiskModel::ratio.

#include "calibration/risk_model.hpp"
#include "core/scratch.hpp"
#include "inputs/places.hpp"

#include <span>

namespace spires {

/// Where everybody of a block stands on every curve of risk, and in tables by sex, age and decile.
struct RiskPositions {
    Scratch<std::int32_t> sex_band, activity_node, body_node, smoking, no2_node, pm25_node, flags;
    Scratch<double> activity, body, no2, pm25;  ///< of the way to the next node
    Scratch<std::uint8_t> sex_age, decile;

    void place(const PersonColumns& people, int year, const Places& places);
    [[nodiscard]] std::size_t size() const noexcept { return sex_age.size(); }
};

/// Π RR of one outcome for everybody of a block who has the given conditions.
void work_out_ratios(const RiskModel::Factors& factors, const RiskPositions& positions, std::span<const ConditionSet> conditions, Scratch<double>& ratios);

}  // namespace spires
