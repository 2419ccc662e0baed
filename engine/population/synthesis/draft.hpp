#pragma once
// A place while its people are being put into households; what the steps of the synthesis hand on.

#include "core/axes.hpp"
#include "inputs/census.hpp"
#include "population/categories.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace spires {

/// Whole people by sex and single age.
using AgeTable = std::array<std::array<int, ages>, sexes>;

inline constexpr std::uint32_t no_household = 0xffffffffU;

/// Children under this age who live with a parent count as dependent (16 to 18: in education).
inline constexpr int dependent_until = 19;
/// Nobody younger lives as an adult: alone, in a couple, as a parent or sharing.
inline constexpr int adult_from = 18;
/// Years between a parent and a child, of the mother where there is one.
inline constexpr int youngest_parent = 18, oldest_parent = 45;

struct DraftPerson {
    Sex sex = Sex::female;
    std::uint8_t age = 0;
    Arrangement arrangement = Arrangement::child;
    Role role = Role::other;
    std::uint32_t household = no_household;
    EthnicGroup ethnic_group = EthnicGroup::white;
    bool disabled = false;
    Qualification qualification = Qualification::none;
    EconomicStatus economic_status = EconomicStatus::child;
};

struct DraftHousehold {
    HouseholdKind kind = HouseholdKind::private_household;
    Composition composition = Composition::other;
    std::vector<std::uint32_t> members;  ///< indices into people; the reference person first
    Tenure tenure = Tenure::private_rent;
    std::uint8_t accommodation = 0, occupancy = 0, deprivation = 0;
};

/// Everything decided for a place before its people are drawn.
struct PlacePlan {
    AgeTable residents{};  ///< everyone
    std::array<AgeTable, household_kind_names.size()>
        living{};                                 ///< of these: private, then communal by kind
    int households = 0;                           ///< private
    std::array<int, compositions> composition{};  ///< of the private households
};

struct PlaceDraft {
    std::size_t place = 0;
    std::vector<DraftPerson> people;
    std::vector<DraftHousehold> households;

    std::uint32_t add_household(HouseholdKind kind, Composition composition) {
        households.push_back({});
        households.back().kind = kind;
        households.back().composition = composition;
        households.back().members.reserve(6);  // what the smallest piece of memory holds
        return static_cast<std::uint32_t>(households.size() - 1);
    }
    void move_in(std::uint32_t person, std::uint32_t household, Role role) {
        people[person].household = household;
        people[person].role = role;
        households[household].members.push_back(person);
    }
};

[[nodiscard]] constexpr int count(const AgeTable& table, int age_from, int age_to) noexcept {
    int sum = 0;
    for (const auto& of_sex : table)
        for (int age = age_from; age <= age_to; ++age) sum += of_sex[age_row(age)];
    return sum;
}

}  // namespace spires
