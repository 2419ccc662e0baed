#pragma once
// The weeks of the base's private households, worked out once for everything that is solved on them.

#include "calibration/model.hpp"

#include <vector>

namespace spires {

/// A private household that somebody lives in, and its week.
struct HomeWeek {
    std::uint32_t slot = 0;
    std::uint16_t place = 0;
    Tenure tenure{};
    bool with_dependants = false, low_efficiency = false;
    std::uint8_t persons = 0, under_16 = 0;
    float income = 0, after_housing = 0, after_fuel = 0;  ///< pounds a week, as HouseholdWeeks has them
};

/// By block, in the order of slots.
using BaseWeeks = std::vector<std::vector<HomeWeek>>;

[[nodiscard]] BaseWeeks work_out_weeks(const Inputs& inputs, const Parameters& parameters, const Population& base);

}  // namespace spires
