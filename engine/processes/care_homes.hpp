#pragma once
// Older people who move into a care home.

#include "core/choice.hpp"
#include "population/population.hpp"
#include "population/row_lanes.hpp"
#include "processes/process.hpp"

#include <array>

namespace spires {

inline constexpr int youngest_in_care = 65;

/// Who enters and where, solved on the base so that the share of residents at each age stays: a cohort whose share
/// is to rise from s to s' with a year of age sends (s' − s) / (1 − s) of those at home. Nobody comes back; places
/// are drawn in proportion to residents at the base.
struct CareHomeEntries {
    std::array<std::array<double, ages>, sexes> chance{};  ///< a year, of people in private households [1]
    Choice places;                                         ///< empty where the base has no care home

    static CareHomeEntries solve(const Population& base, std::size_t places, int base_year);
};

/// Everybody alike of a sex and age, whatever their health [assumed]; the home they leave gets another reference person.
class CareHomes : public Process {
public:
    explicit CareHomes(const CareHomeEntries& entries);
    void advance(Step& step) const override;

private:
    const CareHomeEntries& entries_;
    HighestChances highest_;
};

}  // namespace spires
