#pragma once
// Money, homes, air, social life, screening and young people, as the tables give them.

#include "core/axes.hpp"
#include "inputs/places.hpp"
#include "population/categories.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace spires {

using ByDecileArray = std::array<double, deciles>;

/// Annual means by place in the base year, and ratios to it by year.
struct AirTables {
    std::vector<double> no2, pm25;              ///< [place] µg/m³
    std::vector<double> no2_trend, pm25_trend;  ///< [year − first_year]
    int first_year = 0;
    [[nodiscard]] static double ratio(const std::vector<double>& trend, int first, int year) noexcept {
        if (trend.empty()) return 1.0;
        return trend[static_cast<std::size_t>(std::clamp(year - first, 0, static_cast<int>(trend.size()) - 1))];
    }
};

/// Pounds a week, 2022/23.
struct BenefitRates {
    double single = 0, couple = 0, child = 0, no_work = 0, work_allowance_rent = 0, work_allowance = 0, state_pension = 0,
           pension_credit_single = 0, pension_credit_couple = 0, child_benefit_first = 0, child_benefit_next = 0;
    std::array<double, 3> rent_allowance{};     ///< for no child, one child, more
};

/// What households earn, get and pay.
struct MoneyTables {
    std::vector<float> pay;                     ///< [sex][age][qualification] median gross pounds a week
    std::array<ByDecileArray, 6> other_income{};  ///< [status][decile]
    BenefitRates benefits;
    std::array<ByDecileArray, 6> housing{};     ///< [tenure][decile]
    std::array<double, 6> low_efficiency{};     ///< [tenure] share of homes of band D or worse
    std::vector<double> fuel;                   ///< [accommodation] for a warm home of band C or better
    std::vector<double> children_in_poverty, fuel_poverty;  ///< [place] shares in the base year

    [[nodiscard]] float pay_of(Sex sex, int age, Qualification level) const noexcept {
        return pay[(static_cast<std::size_t>(sex) * ages + age_row(age)) * 4 + static_cast<std::size_t>(level)];
    }
};

struct SocialLifeTables {
    std::vector<float> life_satisfaction;       ///< [sex][age][decile] points
    std::vector<std::pair<std::string, double>> effects;  ///< condition or exposure, points
    std::array<ByDecileArray, sexes> safe{};    ///< 11 to 18
    std::vector<double> influence;              ///< [age][decile], 16 and over
    std::vector<double> alcohol;                ///< [sex][age][decile], 16 and over
    std::array<ByDecileArray, sexes> healthy_weight{};  ///< year 6
    std::array<double, 2> sustained{};          ///< destination after year 11, by good level of development
};

/// Use of a service by people in a circumstance.
struct CircumstanceUse {
    std::size_t flag = 0;                       ///< index into exposure_flag_names
    std::string service;
    double ratio = 1, lower = 1, upper = 1;     ///< with 95 % limits
};

struct WiderTables {
    AirTables air;
    MoneyTables money;
    SocialLifeTables social;
    std::vector<CircumstanceUse> uses;

    static WiderTables read(const std::filesystem::path& inputs, const Places& places);
    [[nodiscard]] bool present() const noexcept { return !air.no2.empty(); }
};

}  // namespace spires
