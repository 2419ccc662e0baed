#pragma once
// The category words of people and households, as tables and scenario files spell them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spires {

enum class EthnicGroup : std::uint8_t { asian, black, mixed, white, other };
inline constexpr std::array<std::string_view, 5> ethnic_group_names{"asian", "black", "mixed", "white", "other"};

enum class Tenure : std::uint8_t { owned_outright, mortgage, shared_ownership, social_rent, private_rent, rent_free };
inline constexpr std::array<std::string_view, 6> tenure_names{
    "owned_outright", "mortgage", "shared_ownership", "social_rent", "private_rent", "rent_free"};

/// What a household slot is: a private household or one communal establishment of a kind.
enum class HouseholdKind : std::uint8_t { private_household, student_hall, care_home, other_communal };
inline constexpr std::array<std::string_view, 4> household_kind_names{
    "private_household", "student_hall", "care_home", "other"};

/// Place in the household. A couple is the reference person and one partner.
enum class Role : std::uint8_t { reference, partner, child, other, resident };  // resident: communal
inline constexpr std::array<std::string_view, 5> role_names{"reference", "partner", "child", "other", "resident"};

enum class Qualification : std::uint8_t { none, level_1_2, level_3, level_4 };
inline constexpr std::array<std::string_view, 4> qualification_names{"none", "level_1_2", "level_3", "level_4"};

/// Economic status; `child` is everyone under 16.
enum class EconomicStatus : std::uint8_t { child, education, employed, unemployed, inactive, retired };
inline constexpr std::array<std::string_view, 6> economic_status_names{
    "child", "education", "employed", "unemployed", "inactive", "retired"};

enum class Smoking : std::uint8_t { never, current, ex };
inline constexpr std::array<std::string_view, 3> smoking_names{"never", "current", "ex"};

/// Good level of development at the end of Reception.
enum class Development : std::uint8_t { not_assessed, reached, not_reached };

template <class Names>
[[nodiscard]] constexpr std::string_view name_of(const Names& names, std::size_t i) { return names[i]; }

}  // namespace spires
