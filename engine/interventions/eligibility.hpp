#pragma once
// Who may be offered an intervention, person by person; asked of everyone in every year.

#include "inputs/places.hpp"
#include "population/population.hpp"
#include "scenario/scenario.hpp"

#include <cstddef>
#include <vector>

namespace spires {

/// What does not differ between people: the year, and ward and decile of each place as one bit.
struct EligibilityContext {
    EligibilityContext(const Places& places, int year_now);

    int year;  ///< ages are completed years at mid-year
    std::vector<CategoryMask> ward_bit, decile_bit;  ///< by place
};

/// Group of physical activity: under 30, 30 to 149, 150 minutes a week and more.
[[nodiscard]] constexpr ActivityGroup activity_group(double minutes) noexcept {
    if (minutes < 30) return ActivityGroup::inactive;
    return minutes < 150 ? ActivityGroup::fairly_active : ActivityGroup::active;
}

/// Whether the person's own row and household let them in, activity and body mass index left aside.
[[nodiscard]] bool eligible_but_for_measures(const Eligibility& wanted, const PersonColumns& people,
                                             const HouseholdColumns& households, std::size_t row,
                                             const EligibilityContext& context) noexcept;

/// Whether every condition holds; minutes a week and kg/m² come from the caller, who knows the year's curves.
[[nodiscard]] bool eligible(const Eligibility& wanted, const PersonColumns& people, const HouseholdColumns& households,
                            std::size_t row, const EligibilityContext& context, double activity_minutes,
                            double body_mass_index) noexcept;

/// Whether the answer depends on measures that cost time to work out.
[[nodiscard]] inline bool asks_activity(const Eligibility& wanted) noexcept { return wanted.activity != any_category; }
[[nodiscard]] inline bool asks_body_mass_index(const Eligibility& wanted) noexcept {
    return wanted.body_mass_index_from.has_value();
}

}  // namespace spires
