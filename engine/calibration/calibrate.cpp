#include "calibration/calibrate_economy.hpp"
#include "calibration/calibrate_parts.hpp"

#include <fmt/format.h>

namespace spires {

Inputs Inputs::read(const std::filesystem::path& folder, const std::filesystem::path& localities) {
    Inputs inputs;
    inputs.folder = folder;
    inputs.places = read_places(folder, localities);
    inputs.parameters = Parameters::read(folder);
    inputs.mortality = Mortality::read(folder);
    inputs.social = SocialTables::read(folder);
    inputs.health = HealthTables::read(folder);
    inputs.wider = WiderTables::read(folder, inputs.places);
    return inputs;
}

namespace {

/// Each ratio of service_circumstances.csv, as far as the association is cause.
std::vector<double> draw_circumstance_ratios(const Inputs& inputs, const Parameters& parameters, ParameterDraw& draw) {
    std::vector<double> ratios;
    for (const auto& use : inputs.wider.uses)
        ratios.push_back(draw.ratio(fmt::format("use.{}.{}", exposure_flag_names[use.flag], use.service), use.ratio, use.lower, use.upper,
                                    draw.causal_fraction(exposure_flag_names[use.flag], parameters.entry("causal_fraction"))));
    return ratios;
}

std::vector<double> draw_screening_ratios(const Inputs& inputs, ParameterDraw& draw) {
    std::vector<double> ratios;
    for (const auto& effect : inputs.health.screening_effects)
        ratios.push_back(draw.ratio("screening." + inputs.health.screening[effect.programme].name + "." + effect.condition + "." + std::string(screening_moves_names[static_cast<std::size_t>(effect.moves)]), effect.ratio, effect.lower, effect.upper));
    return ratios;
}

}  // namespace

BySexAge average_over_step(const BySexAge& by_age) {
    BySexAge average{};
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age)
            average[sex][age] = 0.5 * (by_age[sex][age] + by_age[sex][std::min(age + 1, ages - 1)]);
    return average;
}

Model calibrate(const Inputs& inputs, const Population& base, ParameterDraw draw, int last_year) {
    Parameters parameters = draw.sample(inputs.parameters);
    RiskModel risks(inputs.health, parameters, draw);
    const RiskSums sums = sum_risks(inputs, base, risks);
    auto incidence = calibrate_incidence(inputs, sums, risks);
    auto mortality = calibrate_mortality(inputs, sums, last_year);
    auto good_health = calibrate_good_health(inputs, parameters, base, sums.people, draw);
    auto circumstance_ratio = draw_circumstance_ratios(inputs, parameters, draw);
    auto services = calibrate_services(inputs, base, circumstance_ratio);
    auto economy = calibrate_economy(inputs, parameters, base, draw);
    const auto screening_ratio = draw_screening_ratios(inputs, draw);
    auto stages = solve_stages(inputs.health, inputs.mortality, inputs.base_year, screening_ratio);
    auto screened = solve_screened_fatality(inputs.health, inputs.mortality, inputs.base_year, screening_ratio, stages);
    const auto development = draw_development(inputs.places, inputs.social, inputs.wider, parameters, draw);
    return {&inputs, std::move(parameters), std::move(risks), std::move(incidence), std::move(mortality),
            std::move(good_health), std::move(services), draw.record(), std::move(economy), std::move(circumstance_ratio), development, std::move(stages), std::move(screened)};
}

}  // namespace spires
