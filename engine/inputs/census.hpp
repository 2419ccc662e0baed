#pragma once
// The published and assumed tables a starting population is drawn to (docs/inputs.md, "People and
// households at the base").

#include "core/axes.hpp"
#include "inputs/places.hpp"
#include "population/categories.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// A count for each place and category: [place][category], categories in the order of `names`.
struct PlaceMargin {
    std::string name;                ///< of the table, without ".csv"
    std::vector<std::string> names;  ///< category words
    std::vector<std::vector<double>> counts;

    [[nodiscard]] double total(std::size_t place) const;
};

/// Household composition of the census, as published by constituency.
enum class Composition : std::uint8_t { one_person, families_with_dependent_children, other_single_family, other };
inline constexpr std::size_t compositions = 4;
inline constexpr std::array<std::string_view, compositions> composition_names{
    "one_person", "families_with_dependent_children", "other_single_family", "other"};

/// How a person of a private household lives in it.
enum class Arrangement : std::uint8_t { child, couple, lone_parent, alone, sharing };
inline constexpr std::size_t arrangements = 5;
inline constexpr std::array<std::string_view, arrangements> arrangement_names{
    "child", "couple", "lone_parent", "alone", "sharing"};

/// People of a sex and band of age who live in communal establishments of one kind in one ward.
struct CommunalResidents {
    std::uint16_t ward = 0;
    HouseholdKind kind = HouseholdKind::other_communal;
    Sex sex = Sex::female;
    int age_from = 0, age_to = 0;  ///< first and last year of the band
    double persons = 0;
};

inline constexpr std::size_t largest_household = 8;  ///< stands for eight and more

struct CensusTables {
    /// Residents at mid-2022: [ward][sex][age], 90+ already split over 90 … 100. Whole numbers.
    std::vector<std::array<std::array<int, ages>, sexes>> residents;
    /// Shape of residents by place: [place][sex][five-year band].
    std::vector<std::array<std::array<double, five_year_bands>, sexes>> place_residents;
    /// Share disabled, a shape: [sex][age].
    std::array<std::array<double, ages>, sexes> disabled{};
    PlaceMargin ethnic_group, disability;                               ///< of people
    PlaceMargin tenure, accommodation, occupancy, household_deprivation;  ///< of households
    std::vector<std::string> constituencies;                            ///< in alphabetical order
    std::vector<std::array<double, compositions>> composition;          ///< [constituency]
    /// Share of sizes 1 … 8+ in a composition: [composition][size - 1].
    std::array<std::array<double, largest_household>, compositions> household_size{};
    /// Share of arrangements of people in private households: [sex][age].
    std::array<std::array<std::array<double, arrangements>, ages>, sexes> living{};
    std::vector<CommunalResidents> communal;
    /// Share of people of 18 to 24 in education: [ward].
    std::vector<double> students;

    [[nodiscard]] std::size_t constituency_of(const Places& places, std::size_t place) const;
};

/// Reads every table of people and households. Errors: missing table (66), malformed table (65).
[[nodiscard]] CensusTables read_census(const std::filesystem::path& inputs, const Places& places);

}  // namespace spires
