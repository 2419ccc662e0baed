#pragma once
// Births of the step, and the deaths of infants within it.

#include "inputs/demography.hpp"
#include "inputs/mortality.hpp"
#include "inputs/places.hpp"
#include "processes/newcomer.hpp"
#include "processes/process.hpp"

#include <array>
#include <vector>

namespace spires {

/// How a woman's own circumstances move her age's rate; 1 for an unpartnered woman not in education.
struct FertilityRatios {
    double partnered = 3.0;  ///< against unpartnered of the same age [1] (`partnered_fertility_ratio`)
    double student = 0.1;    ///< in education against not [1] (`student_fertility_ratio`)

    [[nodiscard]] double of(bool has_partner, EconomicStatus status) const noexcept {
        return (has_partner ? partnered : 1.0) * (status == EconomicStatus::education ? student : 1.0);
    }
};

/// Mean ratio of the women of each age at the base: dividing by it keeps the age's rate.
struct FertilityNormaliser {
    std::array<double, ages> mean{};
};
[[nodiscard]] FertilityNormaliser normalise_fertility(const Population& base, const FertilityRatios& ratios, int base_year);

/// Chance that a newborn dies before the end of the step of its birth, by year, sex and decile [1].
class InfantDeaths {
public:
    InfantDeaths(int first_year, std::vector<std::array<std::array<double, deciles>, sexes>> chances)
        : first_year_(first_year), chances_(std::move(chances)) {}
    [[nodiscard]] double chance(Sex sex, std::size_t decile, int year) const noexcept;

private:
    int first_year_;
    std::vector<std::array<std::array<double, deciles>, sexes>> chances_;  ///< [year][sex][decile]
};
/// 1 − exp(−share · m₀), share = `infant_deaths_in_first_step` of a cohort's infant deaths [1].
[[nodiscard]] InfantDeaths infant_deaths(const Mortality& mortality, double share_in_first_step, int first_year, int last_year);

/// A woman bears one child with chance rate(age) · trend(year) · ratio / normaliser · time share. Women
/// who die in the step bear none. A leaver's newborn leaves with her: a birth and a departure at age 0.
/// A woman who arrives has the chance of a whole step, half of it before she came: then her newborn is
/// an arrival at age 0. So net migration of the newly born is the mothers', beside the table's ages.
class Births final : public Process {
public:
    struct Tables {
        const Fertility& fertility;
        FertilityRatios ratios;
        FertilityNormaliser normaliser;
        InfantDeaths infant_deaths;
        double boys_per_100_girls = 105;
        std::array<std::array<double, deciles>, sexes> newborn_good_health{};  ///< share of the step's life in good health [1]
    };
    Births(const Places& places, Tables tables, const Newcomer& newcomer)
        : places_(places), tables_(std::move(tables)), newcomer_(newcomer) {}
    void advance(Step& step) const override;

private:
    /// Births a woman a year by age, of someone whose circumstances are the mean of her age's.
    [[nodiscard]] std::array<double, ages> rates(int year) const;
    void bear(Step& step, std::size_t mother, const Words& luck, std::size_t& next_row) const;
    void settle(Step& step, std::size_t mother, std::uint64_t id, Sex sex, std::size_t row) const;

    const Places& places_;
    Tables tables_;
    const Newcomer& newcomer_;
};

}  // namespace spires
