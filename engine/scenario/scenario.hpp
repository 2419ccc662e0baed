#pragma once
// A scenario as read from its file: interventions as data.

#include "core/axes.hpp"
#include "core/error.hpp"
#include "population/columns.hpp"
#include "scenario/assumptions.hpp"
#include "scenario/evidence.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace spires {

/// A figure of a scenario file: one number, one with a spread, or one by decile, age or ward.
struct Value {
    double mean = 0;  ///< with one of the `by_…`: the mean of the values named, used where none is
    double sd = 0;  ///< standard deviation; of a ratio, on its natural log
    std::optional<std::array<double, deciles>> by_decile;  ///< NaN where the file names no value
    std::vector<std::pair<int, double>> by_age;            ///< (first age, value), ascending
    std::vector<double> by_ward;                           ///< by ward index, NaN where not named

    /// The value for a decile (0 = most deprived), an age and a ward; never NaN.
    [[nodiscard]] double at(std::size_t decile, int age, std::size_t ward) const noexcept;
};

/// Bit i set: category i is eligible. All bits set means no condition.
using CategoryMask = std::uint32_t;
inline constexpr CategoryMask any_category = ~CategoryMask{0};

/// Groups of physical activity that a file can name: under 30, 30 to 149, 150 minutes a week and more.
enum class ActivityGroup : std::uint8_t { inactive, fairly_active, active };

/// Who may be offered an intervention; every condition must hold.
struct Eligibility {
    int age_from = 0;
    int age_to = 200;  ///< inclusive, completed years at mid-year
    CategoryMask sex = any_category;
    CategoryMask decile = any_category;
    CategoryMask ward = any_category;
    CategoryMask ethnic_group = any_category;
    CategoryMask activity = any_category;
    CategoryMask smoking = any_category;
    CategoryMask economic_status = any_category;
    CategoryMask qualification = any_category;
    CategoryMask tenure = any_category;
    ConditionSet conditions = 0;        ///< any of these; 0 means no condition
    std::optional<bool> lonely;
    std::optional<bool> disabled;
    std::optional<bool> poverty, cold_home, temporary_accommodation;
    std::optional<double> body_mass_index_from;  ///< kg/m²
};

enum class Change : std::uint8_t { add, multiply, odds_ratio, rate_ratio, set };

/// What an intervention does to one quantity of a participant.
struct Effect {
    std::size_t lever = 0;  ///< index into the lever table
    Change change = Change::add;
    Value size;
    double onset = 0;       ///< years to full effect, linear
    double half_life = std::numeric_limits<double>::infinity();  ///< years, after onset
    Evidence evidence;
};

/// A deliberate change: who, when, what share, how strong, fading how fast, at what cost.
struct Intervention {
    std::string id;
    std::string name;
    int from = 0;  ///< first year, inclusive; year y runs from mid-y to mid-y+1
    int to = 0;    ///< last year, inclusive
    Eligibility eligible;
    Value reach;   ///< share of the eligible not yet offered it who are, a year
    bool yearly = false;  ///< offered again each year
    Value uptake;  ///< share of those offered who take part
    std::optional<std::int64_t> places;  ///< a year
    Value cost_per_participant;          ///< pounds of `price_year`, in the year of joining
    Value fixed_cost_per_year;           ///< pounds of `price_year`
    int price_year = 2022;
    Evidence reach_evidence, uptake_evidence, cost_evidence;
    std::vector<Effect> effects;
    Location where;
};

/// A full set of assumptions; without interventions it is the baseline.
struct Scenario {
    std::string stem;  ///< of the file: its name in results
    std::string name;
    std::string description;
    std::string ambition;
    std::vector<std::string> pillars;
    std::vector<std::string> priorities;
    std::vector<Intervention> interventions;
    Assumptions assumptions;
    std::string text;  ///< the file as read, kept in the results
    std::string file;

    [[nodiscard]] bool is_baseline() const noexcept { return interventions.empty() && assumptions.empty(); }
};

}  // namespace spires
