#pragma once
// The tables of the base that newcomers' state is drawn from.

#include "calibration/newcomer_lanes.hpp"
#include "calibration/model.hpp"
#include "processes/exposures.hpp"

namespace spires {

/// `inputs` and `loneliness` must outlive the tables.
[[nodiscard]] NewcomerTables tabulate_newcomers(const Inputs& inputs, const Loneliness& loneliness);

}  // namespace spires
