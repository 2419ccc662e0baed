#include "processes/exposures.hpp"

#include "core/maths.hpp"
#include "core/random_batch.hpp"
#include "processes/exposure_lanes.hpp"
#include "processes/lever_column.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

namespace {

double correlation(const Inputs& inputs, const char* a, const char* b) {
    const auto& table = inputs.health.correlation;
    const auto found = table.find({a, b});
    const auto turned = table.find({b, a});
    return found != table.end() ? found->second : (turned != table.end() ? turned->second : 0.0);
}

}  // namespace

Exposures::Drift Exposures::drift_of(const ContinuousExposure& exposure) {
    const double rho = exposure.persistence;
    return {static_cast<float>(rho), static_cast<float>(std::sqrt(1.0 - rho * rho)), static_cast<float>(one_minus_exp_minus(1.0 / exposure.lag_years))};
}

Exposures::Exposures(const Inputs& inputs)
    : inputs_(inputs), activity_(drift_of(inputs.health.activity)), body_mass_index_(drift_of(inputs.health.body_mass_index)),
      shared_(static_cast<float>(correlation(inputs, "activity", "body_mass_index")) * (1.0F - activity_.persistence * body_mass_index_.persistence) /
              (activity_.innovation * body_mass_index_.innovation)) {}

void Exposures::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    thread_local LeverColumn added_minutes, added_index;
    const auto of = [](const Drift& drift, double unit, const ContinuousExposure& exposure, const float* added, Column<Score>& score, Column<std::uint16_t>& now, Column<std::uint16_t>& lagged) {
        return ExposureColumns{.persistence = drift.persistence, .innovation = drift.innovation, .lag_share = drift.lag_share, .unit = static_cast<float>(unit),
                               .quantiles = exposure.quantiles.front().data(), .added = added, .score = score.data(), .now = now.data(), .lagged = lagged.data()};
    };
    drift(ExposuresColumns{
        .luck = {step.key, people.id.data(), step.year, Purpose::exposure_noise}, .shared = shared_, .own = std::sqrt(1.0F - shared_ * shared_),
        .age = strata.age.data(), .sex_age_next = strata.sex_age_next.data(), .decile = strata.decile.data(),
        .activity = of(activity_, activity_unit, inputs_.health.activity, added_minutes.additions(step.levers, LeverTable::of(Lever::activity_minutes), people.size()),
                       people.activity, people.activity_minutes, people.activity_lagged),
        .body_mass_index = of(body_mass_index_, body_mass_index_unit, inputs_.health.body_mass_index, added_index.additions(step.levers, LeverTable::of(Lever::body_mass_index), people.size()),
                              people.body_mass_index, people.body_mass, people.body_mass_lagged)},
          people.size());
}

Loneliness::Loneliness(const Inputs& inputs)
    : inputs_(inputs), persistence_(inputs.health.loneliness_persistence), innovation_(std::sqrt(1.0 - persistence_ * persistence_)) {
    const double spread = inputs.parameters["loneliness_place_spread"];
    double residents = 0, weighted = 0;
    for (const auto& place : inputs.places.places) {
        place_factor_.push_back(1.0 + spread * (place.loneliness_rank - 0.5));
        residents += place.residents;
        weighted += place.residents * place_factor_.back();
    }
    for (auto& factor : place_factor_) factor *= residents / weighted;
    threshold_.resize(inputs.places.size() * sexes * ages);
    for (std::size_t place = 0; place < inputs.places.size(); ++place)
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t age = 0; age < ages; ++age) {
                const double p = std::clamp(share(static_cast<Sex>(s), static_cast<int>(age), place), 1e-6, 0.999);
                threshold_[(place * sexes + s) * ages + age] = to_score(normal_quantile(1.0 - p));
            }
}

double Loneliness::share(Sex sex, int age, std::size_t place) const noexcept {
    return inputs_.health.lonely_share(sex, age, inputs_.places.places[place].decile) * place_factor_[place];
}

void Loneliness::advance(Step& step) const {
    auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    const BlockWords& luck = step.habit_words();
    drift(LonelinessColumns{.noise = {luck.column(0), luck.column(1)},
                            .persistence = static_cast<float>(persistence_), .innovation = static_cast<float>(innovation_),
                            .age = strata.age.data(), .sex_age_next = strata.sex_age_next.data(), .place = people.place.data(),
                            .threshold = threshold_.data(), .score = people.loneliness.data(), .lonely = people.lonely.data()},
          people.size());
    if (step.levers.moves_ratio(LeverTable::of(Lever::loneliness))) ease(step);
}

/// The threshold of those whose odds of loneliness a programme moves.
void Loneliness::ease(Step& step) const {
    auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const double ratio = step.levers.ratio(LeverTable::of(Lever::loneliness), row);
        const int age = people.age(row, step.year) + 1;  // as they are at the end of the step
        if (ratio == 1.0 || age < 16) continue;
        const double p = with_odds_ratio(share(people.sex[row], age, people.place[row]), ratio);
        people.lonely[row] = people.loneliness[row] > to_score(normal_quantile(std::clamp(1.0 - p, 1e-9, 1.0 - 1e-9))) ? 1 : 0;
    }
}

}  // namespace spires
