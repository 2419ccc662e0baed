#include "support/small_model.hpp"

#include "interventions/overlay.hpp"

#include <bit>

namespace spires::testing {

namespace {

Model solve(const Inputs& inputs, const Population& people) {
    auto draw = ParameterDraw::central();
    RiskModel risks(inputs.health, inputs.parameters, draw);
    auto incidence = calibrate_incidence(inputs, sum_risks(inputs, people, risks), risks);
    std::vector<double> ratios;
    for (const auto& effect : inputs.health.screening_effects) ratios.push_back(effect.ratio);
    auto stages = inputs.health.stages.empty() ? std::vector<StageModel>{} : solve_stages(inputs.health, inputs.mortality, inputs.base_year, ratios);
    return {&inputs, {}, std::move(risks), std::move(incidence), {}, {}, {}, {}, {}, {}, {}, std::move(stages)};
}

}  // namespace

Inputs invented_inputs() {
    Inputs inputs;
    auto& places = inputs.places;
    places.wards.resize(1);
    places.places.resize(2);
    places.cells = {{0, 0}, {0, 9}};
    places.places[1].decile = 9;
    places.places[1].cell = 1;
    places.lay_out();
    return inputs;
}

Condition invented_condition(const std::string& name, double incidence, double remission) {
    Condition condition;
    condition.name = condition.label = name;
    for (auto& by_age : condition.incidence) by_age.fill(incidence);
    for (auto& by_age : condition.remission) by_age.fill(remission);
    condition.decile_ratio.fill(1.0);
    return condition;
}

RiskCurve loneliness_risk(const std::string& outcome, double ratio) {
    RiskCurve curve;
    curve.exposure = "loneliness";
    curve.outcome = outcome;
    curve.measure = "rr";
    curve.points = {{0, 1, 1, 1}, {1, ratio, ratio, ratio}};
    return curve;
}

Population invented_people(std::size_t people) {
    Population population;
    auto& columns = population.blocks.emplace_back().people;
    columns.resize(people);
    for (std::size_t row = 0; row < people; ++row) {
        columns.id[row] = base_id(row);
        columns.sex[row] = static_cast<Sex>(row % 2);
        columns.place[row] = static_cast<std::uint16_t>(row / 2 % 2);
        columns.birth_year[row] = 1982;
    }
    return population;
}

IllnessOnly::IllnessOnly(const Inputs& inputs, Population& people, RandomKey key)
    : inputs_(inputs), people_(people), key_(key), levers_(inputs.health.condition_names(), inputs.health.service_names()),
      model_(solve(inputs, people)), conditions_(model_, levers_),
      sheet_({inputs.health.conditions.size(), inputs.health.services.size(), inputs.health.screening.size()}, inputs.places.cells.size()), year_(inputs.base_year) {}

void IllnessOnly::advance() {
    AgeCounts departures{};
    const CityYear city;
    const LeverOverlay nothing;
    for (std::size_t b = 0; b < people_.blocks.size(); ++b) {
        Step step{people_.blocks[b], b, people_.blocks.size(), year_, inputs_.base_year, key_, city, nothing, sheet_, departures};
        conditions_.advance(step);
    }
    ++year_;
}

double IllnessOnly::prevalence(std::size_t condition) const {
    std::size_t ill = 0;
    for (const auto& block : people_.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) ill += block.people.has(row, condition);
    return static_cast<double>(ill) / static_cast<double>(people_.people());
}

std::size_t IllnessOnly::onsets(std::size_t condition, bool lonely) const {
    std::size_t count = 0;
    for (const auto& block : people_.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            count += (block.people.lonely[row] != 0) == lonely && ((block.people.conditions_before[row] >> condition) & 1U) == 0 && block.people.has(row, condition);
    return count;
}

std::size_t IllnessOnly::at_risk(std::size_t condition, bool lonely) const {
    std::size_t count = 0;
    for (const auto& block : people_.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            count += (block.people.lonely[row] != 0) == lonely && ((block.people.conditions_before[row] >> condition) & 1U) == 0;
    return count;
}

}  // namespace spires::testing
