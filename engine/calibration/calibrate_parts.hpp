#pragma once
// The parts of a calibration, in the order they are solved.

#include "calibration/model.hpp"
#include "calibration/risk_sums.hpp"

namespace spires {

[[nodiscard]] std::vector<IncidenceModel> calibrate_incidence(const Inputs& inputs, const RiskSums& sums, const RiskModel& risks);
[[nodiscard]] MortalityModel calibrate_mortality(const Inputs& inputs, const RiskSums& sums, int last_year);
[[nodiscard]] GoodHealthModel calibrate_good_health(const Inputs& inputs, const Parameters& parameters, const Population& base, const BySexAgeDecile& people, ParameterDraw& draw);
[[nodiscard]] std::vector<ServiceModel> calibrate_services(const Inputs& inputs, const Population& base, const std::vector<double>& circumstance_ratio);

/// Odds of good health by band and by decile, with which healthy life expectancy and the ratios of deciles meet the tables.
/// `people` of the base by cell; the odds of a person's own state stand in the model already.
void solve_odds(const Inputs& inputs, const Population& base, const BySexAgeDecile& people, GoodHealthModel& model);

/// By set of exposure flags, the factors of each service: [set][service].
[[nodiscard]] std::vector<std::vector<double>> service_factors(const Inputs& inputs, const std::vector<double>& circumstance_ratio);

/// ½(value(x) + value(x+1)): someone aged x at the start lives half the step at each age.
[[nodiscard]] BySexAge average_over_step(const BySexAge& by_age);
/// Expected deaths per person of one sex, age and decile in the base step, ½ at x and ½ at x+1.
[[nodiscard]] inline double base_mortality(const Inputs& inputs, Sex sex, int age, std::size_t decile) {
    return 0.5 * (inputs.mortality.rate(sex, age, decile, inputs.base_year) + inputs.mortality.rate(sex, age + 1, decile, inputs.base_year));
}

}  // namespace spires
