#pragma once
// The quantities an intervention can move: one line a lever in levers.cpp.

#include "scenario/scenario.hpp"

#include <span>
#include <string>
#include <vector>

namespace spires {

/// Levers with a line of their own in the model. Conditions and services add theirs by name.
enum class Lever : std::size_t {
    activity_minutes,       // activity.minutes_per_week
    body_mass_index,        // body_mass_index
    smoking_initiation,     // smoking.initiation
    smoking_quitting,       // smoking.quitting
    loneliness,             // loneliness
    good_level_of_development,
    neet,
    employment,             // employment: odds of work when the status is drawn anew
    good_health,            // good_health: odds
    household_income,       // household_income: pounds a week of the household
    home_energy,            // home_energy: odds of a home of band D or worse
    temporary_accommodation,
    no2,                    // no2, pm25: micrograms where the person lives
    pm25,
    alcohol,
    wellbeing,              // wellbeing: points of life satisfaction
    feeling_safe,
    local_influence,
    healthy_weight_year_6,
    dementia_diagnosis,
    camhs_capacity,         // camhs.capacity: children taken into care a year
    count_
};
inline constexpr std::size_t fixed_levers = static_cast<std::size_t>(Lever::count_);

/// A kind of change a lever takes, with the range its size may have.
struct PermittedChange {
    Change change = Change::add;
    double low = 0, high = 0;
};

struct LeverDescription {
    std::string name;
    std::string unit;
    std::vector<PermittedChange> changes;
    std::string description;

    /// The kind of change as this lever takes it, or null when it does not.
    [[nodiscard]] const PermittedChange* permitted(Change change) const noexcept;
};

/// All levers: the fixed ones, then `<condition>.incidence`, `<condition>.recovery`,
/// `<condition>.case_fatality`, then `<service>.rate`, then `<programme>.uptake` of screening.
class LeverTable {
public:
    LeverTable(std::span<const std::string> conditions, std::span<const std::string> services, std::span<const std::string> screening = {});
    /// Puts labels, each in its name's place, into what the levers are said to move; the levers keep their names.
    void describe_by(std::span<const std::string> conditions, std::span<const std::string> services, std::span<const std::string> screening);
    [[nodiscard]] std::size_t size() const noexcept { return levers_.size(); }
    [[nodiscard]] const LeverDescription& operator[](std::size_t lever) const { return levers_[lever]; }
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] static constexpr std::size_t of(Lever lever) noexcept { return static_cast<std::size_t>(lever); }
    [[nodiscard]] std::size_t incidence(std::size_t condition) const noexcept { return fixed_levers + condition; }
    [[nodiscard]] std::size_t recovery(std::size_t condition) const noexcept { return fixed_levers + conditions_ + condition; }
    [[nodiscard]] std::size_t case_fatality(std::size_t condition) const noexcept { return fixed_levers + 2 * conditions_ + condition; }
    [[nodiscard]] std::size_t service_rate(std::size_t service) const noexcept { return fixed_levers + 3 * conditions_ + service; }
    [[nodiscard]] std::size_t screening_uptake(std::size_t programme) const noexcept { return service_rate(services_) + programme; }

private:
    std::size_t conditions_, services_;
    std::vector<LeverDescription> levers_;
};

}  // namespace spires
