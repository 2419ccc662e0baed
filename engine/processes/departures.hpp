#pragma once
// Who leaves the city in the step: families together, everyone else on their own account.

#include "inputs/demography.hpp"
#include "inputs/places.hpp"
#include "processes/process.hpp"

#include <span>
#include <vector>

namespace spires {

/// Who decides to leave: students and others by the migration table, and those of either who live with
/// their parents.
enum class Leaver : std::uint8_t { student, adult, with_parents };
inline constexpr std::size_t leavers = 3;

[[nodiscard]] constexpr Leaver leaver(int age, EconomicStatus status, Role role) noexcept {
    if (role == Role::child) return Leaver::with_parents;
    return migration_group(age, status) == MigrationGroup::student ? Leaver::student : Leaver::adult;
}

/// Chance of leaving the city within a step, by kind, ward, sex and age of the one who decides.
class DepartureChances {
public:
    explicit DepartureChances(std::size_t wards) : wards_(wards), below_(leavers * wards * sexes * ages, 0) {}
    void set(Leaver kind, std::size_t ward, Sex sex, int age, double chance) {
        below_[offset(kind, ward, sex, age)] = static_cast<std::uint32_t>(chance * 0x1p32);
    }
    /// A word below this leaves.
    [[nodiscard]] std::uint32_t threshold(Leaver kind, std::size_t ward, Sex sex, int age) const noexcept {
        return below_[offset(kind, ward, sex, age)];
    }
    /// All of them, [kind][ward][sex][age].
    [[nodiscard]] const std::uint32_t* thresholds() const noexcept { return below_.data(); }
    [[nodiscard]] std::size_t wards() const noexcept { return wards_; }
    [[nodiscard]] double chance(Leaver kind, std::size_t ward, Sex sex, int age) const noexcept {
        return threshold(kind, ward, sex, age) * 0x1p-32;
    }

private:
    [[nodiscard]] std::size_t offset(Leaver kind, std::size_t ward, Sex sex, int age) const noexcept {
        return ((static_cast<std::size_t>(kind) * wards_ + ward) * sexes + static_cast<std::size_t>(sex)) * ages + age_row(age);
    }
    std::size_t wards_;
    std::vector<std::uint32_t> below_;
};

/// Chance = outflow / residents (sex, age) × ward ratio (kind) × factor (age), the factors such that on
/// the base population the expected leavers of each age from 16 on equal the table's outflow. Who lives with
/// their parents leaves `with_parents_ratio` times as often: those who leave at 21 to 30 once came, mostly.
[[nodiscard]] DepartureChances calibrate_departures(const Population& base, const Places& places,
                                                    const MigrationTable& migration, const MigrationWards& wards,
                                                    double with_parents_ratio, int base_year);

/// People expected to leave in a step at the base, by ward.
[[nodiscard]] std::vector<double> expected_leavers(const Population& base, const Places& places, const DepartureChances& chances, int base_year);

/// Marks leavers. A reference person decides for the partner and the dependants too; everybody else
/// from 16 on (sharers, grown children, residents of halls and homes) decides alone.
class Departures final : public Process {
public:
    Departures(const Places& places, DepartureChances chances);
    void advance(Step& step) const override;

private:
    /// Lists those who decide to leave; returns whether households go with any of them.
    bool decide(Step& step, Column<std::int32_t>& household_leaves, std::vector<std::uint32_t>& going) const;
    void leave(Step& step, std::span<const std::uint32_t> going) const;

    const Places& places_;
    DepartureChances chances_;
    Column<std::int32_t> ward_of_;        ///< [place]
};

/// The arrivals that bring net migration to the table's, given who left: net + departures, in whole
/// people. What cannot be met (a negative or fractional rest) stays in `carried`, in fixed point (2⁻³²
/// of a person), for the next year. Called once a year on the baseline; scenarios replay the result. A
/// scenario may assume `net_factor` times the table's net migration.
[[nodiscard]] AgeCounts balance_arrivals(const MigrationTable& migration, const AgeCounts& departures, AgeCounts& carried, double net_factor = 1.0);

}  // namespace spires
