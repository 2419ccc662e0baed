#include "interventions/eligibility.hpp"

namespace spires {

namespace {

template <class Category>
constexpr bool holds(CategoryMask mask, Category category) noexcept {
    return ((mask >> static_cast<unsigned>(category)) & 1U) != 0;
}

/// Tenure belongs to private households; nobody in a hall or care home has one.
bool tenure_fits(CategoryMask wanted, const HouseholdColumns& households, std::size_t slot) noexcept {
    return wanted == any_category ||
           (households.kind[slot] == HouseholdKind::private_household && holds(wanted, households.tenure[slot]));
}

bool flag_fits(const std::optional<bool>& wanted, std::uint8_t flag) noexcept {
    return !wanted || *wanted == (flag != 0);
}

bool circumstance_fits(const std::optional<bool>& wanted, Circumstances lived, Circumstances which) noexcept {
    return !wanted || *wanted == ((lived & which) != 0);
}

}  // namespace

EligibilityContext::EligibilityContext(const Places& places, int year_now) : year(year_now) {
    for (const auto& place : places.places) {
        ward_bit.push_back(CategoryMask{1} << place.ward);
        decile_bit.push_back(CategoryMask{1} << place.decile);
    }
}

bool eligible_but_for_measures(const Eligibility& wanted, const PersonColumns& people,
                               const HouseholdColumns& households, std::size_t row,
                               const EligibilityContext& context) noexcept {
    // Place and age first: they turn most people away.
    const std::size_t place = people.place[row];
    if ((wanted.decile & context.decile_bit[place]) == 0 || (wanted.ward & context.ward_bit[place]) == 0) return false;
    const int age = people.age(row, context.year);
    if (age < wanted.age_from || age > wanted.age_to) return false;
    return holds(wanted.sex, people.sex[row]) && holds(wanted.ethnic_group, people.ethnic_group[row]) &&
           holds(wanted.smoking, people.smoking[row]) && holds(wanted.economic_status, people.economic_status[row]) &&
           holds(wanted.qualification, people.qualification[row]) &&
           (wanted.conditions == 0 || (wanted.conditions & people.conditions[row]) != 0) &&
           circumstance_fits(wanted.poverty, people.circumstances[row], circumstance::poverty) &&
           circumstance_fits(wanted.cold_home, people.circumstances[row], circumstance::cold_home) &&
           circumstance_fits(wanted.temporary_accommodation, people.circumstances[row], circumstance::temporary_accommodation) &&
           flag_fits(wanted.lonely, people.lonely[row]) && flag_fits(wanted.disabled, people.disabled[row]) &&
           tenure_fits(wanted.tenure, households, people.household[row]);
}

bool eligible(const Eligibility& wanted, const PersonColumns& people, const HouseholdColumns& households,
              std::size_t row, const EligibilityContext& context, double activity_minutes,
              double body_mass_index) noexcept {
    return eligible_but_for_measures(wanted, people, households, row, context) &&
           holds(wanted.activity, activity_group(activity_minutes)) &&
           (!wanted.body_mass_index_from || body_mass_index >= *wanted.body_mass_index_from);
}

}  // namespace spires
