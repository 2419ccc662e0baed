#pragma once
// Births, migration, moves and the life of households, as published or assumed: one reader a table.

#include "core/axes.hpp"
#include "inputs/household_shares.hpp"
#include "inputs/places.hpp"
#include "population/categories.hpp"

#include <array>
#include <filesystem>
#include <vector>

namespace spires {

using AgeSexRates = std::array<std::array<double, ages>, sexes>;  ///< [sex][age]

/// Births a woman in a step, by her age at its start (`fertility.csv`, `fertility_trend.csv`).
struct Fertility {
    std::array<double, ages> rate{};  ///< births a woman, base step
    int first_year = 0;
    std::vector<double> trend;        ///< ratio to the base step, from `first_year` on

    static Fertility read(const std::filesystem::path& inputs);
    /// Births a woman in the step of `year`; years outside the trend take its first or last.
    [[nodiscard]] double at(int age, int year) const noexcept;
};

/// People who come and go in a step, by age at its start (`migration.csv`).
struct MigrationTable {
    AgeSexRates net{};      ///< persons a step, arrivals less departures
    AgeSexRates inflow{};   ///< persons a step
    AgeSexRates outflow{};  ///< persons a step

    static MigrationTable read(const std::filesystem::path& inputs);
};

/// Students are 18 to 24 and in education; everyone else is `adult`, children following them.
enum class MigrationGroup : std::uint8_t { student, adult };
inline constexpr std::array<std::string_view, 2> migration_group_names{"student", "adult"};
inline constexpr int youngest_student = 18, oldest_student = 24;  ///< who move as students
[[nodiscard]] constexpr MigrationGroup migration_group(int age, EconomicStatus status) noexcept {
    return age >= youngest_student && age <= oldest_student && status == EconomicStatus::education ? MigrationGroup::student : MigrationGroup::adult;
}

/// Which wards people come to and leave from (`migration_wards.csv`).
struct MigrationWards {
    std::array<std::vector<double>, 2> arrival_share;    ///< [group][ward]
    std::array<std::vector<double>, 2> departure_ratio;  ///< [group][ward], to the city's hazard at that age

    static MigrationWards read(const std::filesystem::path& inputs, const Places& places);
};

/// A household's chance a year of moving home within the city (`moves.csv`).
struct MoveRates {
    std::array<std::array<double, ages>, tenure_names.size()> rate{};  ///< [tenure][age of the reference person]

    static MoveRates read(const std::filesystem::path& inputs);
};

/// How people leave home, pair and part, a year (`household_rates.csv`).
struct HouseholdRates {
    AgeSexRates leave_home{};   ///< of people living with their parents
    AgeSexRates partnership{};  ///< of the unpartnered
    AgeSexRates separation{};   ///< of the partnered
    HouseholdShares shares;     ///< of `parameters.csv`

    static HouseholdRates read(const std::filesystem::path& inputs, const Parameters& parameters);
};

/// Households by tenure at the census (`tenure.csv`): [place][tenure].
using TenureStock = std::vector<std::array<double, tenure_names.size()>>;
[[nodiscard]] TenureStock read_tenure_stock(const std::filesystem::path& inputs, const Places& places);

}  // namespace spires
