#include "calibration/calibrate_parts.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr double floor_share = 0.2;  // of total mortality that stays with other causes

/// Target ratio of prevalence by decile, scaled so that the city's cases at the base are kept.
std::vector<ByDecile> normalised_deciles(const Inputs& inputs, const BySexAgeDecile& people) {
    const auto& conditions = inputs.health.conditions;
    std::vector<double> sums(conditions.size() * 2, 0.0);
    for (std::size_t c = 0; c < conditions.size(); ++c)
        for (std::size_t cell = 0; cell < people.size(); ++cell) {
            const double cases = people[cell] * conditions[c].prevalence[cell / deciles / ages][cell / deciles % ages];
            sums[2 * c] += cases;
            sums[2 * c + 1] += cases * conditions[c].decile_ratio[cell % deciles];
        }
    std::vector<ByDecile> ratios;
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        ratios.push_back(conditions[c].decile_ratio);
        for (auto& ratio : ratios.back()) ratio *= sums[2 * c + 1] > 0 ? sums[2 * c] / sums[2 * c + 1] : 1.0;
    }
    return ratios;
}

/// ρ = m − Σ f · expected prevalence, never under a fifth of m.
void solve_residual(const Inputs& inputs, const std::vector<ByDecile>& ratios, MortalityModel& model) {
    const auto& conditions = inputs.health.conditions;
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t d = 0; d < deciles; ++d)
            for (std::size_t age = 0; age < ages; ++age) {
                const double total = inputs.mortality.rate(static_cast<Sex>(s), static_cast<int>(age), d, inputs.base_year);
                double explained = 0;
                for (std::size_t c = 0; c < conditions.size(); ++c)
                    explained += conditions[c].fatality[s][age] * conditions[c].prevalence[s][age] * ratios[c][d];
                model.residual[s][d][age] = std::max(total - explained, floor_share * total);
                model.floored[s][d][age] = total - explained < floor_share * total;
            }
}

/// M by sex, five-year age and decile, so that expected deaths of each decile meet the table: ρ carries
/// the whole gradient by place, and ratios only share it out among a decile's people. Thin cells lean on
/// the ages together: `prior` people with the decile's mean against the city's at all ages.
void solve_mean_ratios(const RiskSums::OfOutcome& of, MortalityModel& model) {
    constexpr std::size_t strata = sexes * five_year_bands, width = deciles * strata;
    constexpr double prior = 50.0;
    std::vector<double> sums(width * 2, 0.0);
    for (std::size_t cell = 0; cell < of.free.size(); ++cell) {
        const std::size_t sex = cell / deciles / ages, band = five_year_band(static_cast<int>(cell / deciles % ages));
        const std::size_t at = (cell % deciles * strata + sex * five_year_bands + band) * 2;
        sums[at] += of.ratios[cell];
        sums[at + 1] += of.free[cell];
    }
    for (std::size_t s = 0; s < strata; ++s) {
        double ratios = 0, people = 0;
        for (std::size_t d = 0; d < deciles; ++d) {
            ratios += sums[(d * strata + s) * 2];
            people += sums[(d * strata + s) * 2 + 1];
        }
        const double city = people > 0 ? ratios / people : 1.0;
        for (std::size_t d = 0; d < deciles; ++d) {
            const std::size_t at = (d * strata + s) * 2;
            model.mean_ratio[d][s / five_year_bands][s % five_year_bands] = (sums[at] + prior * city) / (sums[at + 1] + prior);
        }
    }
}

}  // namespace

MortalityModel calibrate_mortality(const Inputs& inputs, const RiskSums& sums, int last_year) {
    MortalityModel model;
    for (const auto& condition : inputs.health.conditions) model.fatality.push_back(condition.fatality);
    solve_residual(inputs, normalised_deciles(inputs, sums.people), model);
    solve_mean_ratios(sums.outcomes.back(), model);
    for (int year = inputs.base_year; year <= last_year; ++year) {
        auto& trend = model.trend.emplace_back();
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t age = 0; age < ages; ++age)
                trend[s][age] = inputs.mortality.rate(static_cast<Sex>(s), static_cast<int>(age), 0, year) /
                                inputs.mortality.rate(static_cast<Sex>(s), static_cast<int>(age), 0, inputs.base_year);
    }
    return model;
}

}  // namespace spires
