#pragma once
// The long-term conditions that newcomers bring with them, drawn for many people at a time.

#include "calibration/risk_columns.hpp"
#include "core/random_batch.hpp"
#include "inputs/places.hpp"

#include <span>
#include <vector>

namespace spires {

/// Where people from row `first` on stand on the curves of risk, the first of them at 0.
void place_from(const PersonColumns& people, std::size_t first, RiskColumns& columns);

/// One condition at the base, as the kernels read it.
struct PrevalenceTables {
    std::vector<float> share;           ///< prevalence by [sex][age], over M
    std::vector<float> scale;           ///< by decile
    std::vector<std::int32_t> highest;  ///< by [sex][age]: the last half word with which anybody has it
    RiskTables risks;
};

/// Gives people from row `first` on the conditions they come with, in the given order: causes before what they cause.
void draw_conditions(PersonColumns& people, std::size_t first, int year, const RandomKey& key, const Places& places,
                     std::span<const std::size_t> order, std::span<const PrevalenceTables> tables);

}  // namespace spires
