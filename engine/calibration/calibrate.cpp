#include "calibration/calibrate_parts.hpp"

namespace spires {

Inputs Inputs::read(const std::filesystem::path& folder) {
    Inputs inputs;
    inputs.folder = folder;
    inputs.places = read_places(folder);
    inputs.parameters = Parameters::read(folder);
    inputs.mortality = Mortality::read(folder);
    inputs.social = SocialTables::read(folder);
    inputs.health = HealthTables::read(folder);
    return inputs;
}

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
    auto incidence = calibrate_incidence(inputs, base, risks);
    auto mortality = calibrate_mortality(inputs, base, risks, last_year);
    auto good_health = calibrate_good_health(inputs, parameters, base, draw);
    auto services = calibrate_services(inputs, base);
    return {&inputs, std::move(parameters), std::move(risks), std::move(incidence), std::move(mortality),
            std::move(good_health), std::move(services), draw.record()};
}

}  // namespace spires
