#pragma once
// Conditions, exposures, relative risks, good health and services, as the tables give them.

#include "core/axes.hpp"
#include "inputs/cancer_stages.hpp"
#include "inputs/screening.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace spires {

using BySexAge = std::array<std::array<double, ages>, sexes>;
using ByDecile = std::array<double, deciles>;

/// A long-term condition: one row of conditions.csv with its curves by sex and single age.
struct Condition {
    std::string name, label;
    std::optional<Sex> only;      ///< of one sex only
    int age_from = 0, age_to = 200;
    double good_health_log_odds = 0;
    double eq5d_decrement = 0;    ///< utility lost a year lived with it, 0 to 1
    double disability_weight = 0; ///< 0 to 1
    BySexAge prevalence{};        ///< share ill
    BySexAge incidence{};         ///< new cases per person-year free of it
    BySexAge fatality{};          ///< deaths from it per person-year ill
    BySexAge remission{};         ///< recoveries per person-year ill
    ByDecile decile_ratio{};      ///< target incidence against the city's, standardised for age and sex

    [[nodiscard]] bool concerns(Sex sex, int age) const noexcept {
        return age >= age_from && age <= age_to && (!only || *only == sex);
    }
};

/// A continuous exposure as quantiles at normal scores −3, −2.5 … 3.
struct ContinuousExposure {
    static constexpr std::size_t nodes = 13;
    double persistence = 0.97;    ///< correlation of the score from one year to the next
    double lag_years = 2.5;
    std::vector<std::array<float, nodes>> quantiles;  ///< [sex][age][decile]

    [[nodiscard]] const std::array<float, nodes>& of(Sex sex, int age, std::size_t decile) const {
        return quantiles[(static_cast<std::size_t>(sex) * ages + age_row(age)) * deciles + decile];
    }
    /// Value at score z, linear between nodes.
    [[nodiscard]] double at(Sex sex, int age, std::size_t decile, double z) const {
        const auto& q = of(sex, age, decile);
        const double x = z < -3 ? 0.0 : (z > 3 ? 12.0 : (z + 3.0) * 2.0);
        const auto k = x >= 12.0 ? std::size_t{11} : static_cast<std::size_t>(x);
        const double fraction = x - static_cast<double>(k);
        return q[k] + fraction * (q[k + 1] - q[k]);
    }
};

/// Smoking by sex, single age and decile: shares at the base, hazards per year.
struct SmokingTables {
    struct Row { double current = 0, ex = 0, initiation = 0, quitting = 0, relapse = 0; };
    std::vector<Row> rows;  ///< [sex][age][decile]
    [[nodiscard]] const Row& of(Sex sex, int age, std::size_t decile) const {
        return rows[(static_cast<std::size_t>(sex) * ages + age_row(age)) * deciles + decile];
    }
};

/// One dose-response curve: exposure → outcome for a sex and a range of ages.
struct RiskCurve {
    struct Point { double level = 0, ratio = 1, lower = 1, upper = 1; };
    std::string exposure, outcome, measure, source;
    std::optional<Sex> only;
    int age_from = 0, age_to = 200;
    bool social = false;
    std::vector<Point> points;  ///< by level, ascending
};

struct Service {
    std::string name, label;
    int age_from = 0, age_to = 200;
    double total = 0;             ///< city, base step
    std::string better = "none";  ///< lower or none: whether less of it is a gain; access to care is none
    double unit_cost = 0;         ///< pounds of 2022
    double last_year_of_life = 0; ///< add-on w in model.md
    BySexAge rate{};              ///< shape by age
    ByDecile decile_ratio{};
    std::vector<double> condition_ratio;  ///< by condition
};

struct GoodHealthTables {
    std::array<std::array<double, life_table_bands>, sexes> share{};
    std::array<ByDecile, sexes> decile_log_odds{};
    std::map<std::string, double> exposure_log_odds;
    std::array<double, sexes> healthy_life_expectancy{};  ///< at birth, target
};

/// EQ-5D utility of the general population by sex and band: all conditions of its people are in it.
using UtilityNorm = std::array<std::array<double, life_table_bands>, sexes>;

struct HealthTables {
    std::vector<Condition> conditions;
    ContinuousExposure activity, body_mass_index;
    double loneliness_persistence = 0.95;
    std::map<std::pair<std::string, std::string>, double> correlation;
    SmokingTables smoking;
    std::vector<double> loneliness;  ///< share, [sex][age][decile]
    std::vector<RiskCurve> risks;
    GoodHealthTables good_health;
    std::vector<Service> services;
    UtilityNorm utility{};
    std::vector<StagedCondition> stages;
    std::vector<ScreeningProgramme> screening;
    std::vector<ScreeningEffect> screening_effects;

    static HealthTables read(const std::filesystem::path& inputs);
    [[nodiscard]] std::vector<std::string> condition_names() const;
    [[nodiscard]] std::vector<std::string> service_names() const;
    [[nodiscard]] std::vector<std::string> screening_names() const;
    [[nodiscard]] double lonely_share(Sex sex, int age, std::size_t decile) const {
        return loneliness[(static_cast<std::size_t>(sex) * ages + age_row(age)) * deciles + decile];
    }
};

}  // namespace spires
