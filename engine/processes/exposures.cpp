#include "processes/exposures.hpp"

#include "core/maths.hpp"
#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr int first_exposed_age = 16;

double correlation(const Inputs& inputs, const char* a, const char* b) {
    const auto& table = inputs.health.correlation;
    const auto found = table.find({a, b});
    const auto turned = table.find({b, a});
    return found != table.end() ? found->second : (turned != table.end() ? turned->second : 0.0);
}

/// First-order filter, rounded to the column's units: a difference of a unit or two is never made up.
std::uint16_t follow(std::uint16_t lagged, std::uint16_t now, double share) noexcept {
    return static_cast<std::uint16_t>(lagged + share * (static_cast<double>(now) - lagged) + 0.5);
}

}  // namespace

Exposures::Drift Exposures::drift_of(const ContinuousExposure& exposure) {
    const double rho = exposure.persistence;
    return {rho, std::sqrt(1.0 - rho * rho), one_minus_exp_minus(1.0 / exposure.lag_years)};
}

Exposures::Exposures(const Inputs& inputs)
    : inputs_(inputs), activity_(drift_of(inputs.health.activity)), body_mass_index_(drift_of(inputs.health.body_mass_index)),
      shared_(correlation(inputs, "activity", "body_mass_index") * (1.0 - activity_.persistence * body_mass_index_.persistence) /
              (activity_.innovation * body_mass_index_.innovation)) {}

void Exposures::advance(Step& step) const {
    auto& people = step.block.people;
    const double own = std::sqrt(1.0 - shared_ * shared_);
    thread_local BlockWords luck;
    luck.draw_all(step.key, people.id, step.year, Purpose::exposure_noise);
    for (const std::uint32_t row : step.rows()) {
        const Words words = luck.at(row);
        const double first = gentle_normal(words[0], words[1]);
        const double second = shared_ * first + own * gentle_normal(words[2], words[3]);
        const double active = activity_.persistence * from_score(people.activity[row]) + activity_.innovation * first;
        const double body = body_mass_index_.persistence * from_score(people.body_mass_index[row]) + body_mass_index_.innovation * second;
        people.activity[row] = to_score(active);
        people.body_mass_index[row] = to_score(body);

        const int age = people.age(row, step.year) + 1;  // as they are at the end of the step
        if (age < first_exposed_age) continue;  // children have a score and no exposure yet
        const Sex sex = people.sex[row];
        const std::size_t decile = inputs_.places.decile_of[people.place[row]];
        const double minutes = inputs_.health.activity.at(sex, age, decile, active) + step.levers.added(LeverTable::of(Lever::activity_minutes), row);
        const double index = inputs_.health.body_mass_index.at(sex, age, decile, body) + step.levers.added(LeverTable::of(Lever::body_mass_index), row);
        people.activity_minutes[row] = to_exposure_units(minutes, activity_unit);
        people.body_mass[row] = to_exposure_units(index, body_mass_index_unit);
        if (age == first_exposed_age) {  // tables begin here: nothing to lag behind
            people.activity_lagged[row] = people.activity_minutes[row];
            people.body_mass_lagged[row] = people.body_mass[row];
        }
        people.activity_lagged[row] = follow(people.activity_lagged[row], people.activity_minutes[row], activity_.lag_share);
        people.body_mass_lagged[row] = follow(people.body_mass_lagged[row], people.body_mass[row], body_mass_index_.lag_share);
    }
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
    const std::size_t lever = LeverTable::of(Lever::loneliness);
    thread_local BlockWords luck;
    luck.draw_all(step.key, people.id, step.year, Purpose::loneliness_noise);
    for (const std::uint32_t row : step.rows()) {
        const Score score = to_score(persistence_ * from_score(people.loneliness[row]) + innovation_ * gentle_normal(luck.word(0, row), luck.word(1, row)));
        people.loneliness[row] = score;
        const int age = people.age(row, step.year) + 1;  // as they are at the end of the step
        const double ratio = step.levers.ratio(lever, row);
        bool is_lonely = lonely(people.sex[row], age, people.place[row], score);
        if (ratio != 1.0 && age >= 16) {
            const double p = with_odds_ratio(share(people.sex[row], age, people.place[row]), ratio);
            is_lonely = score > to_score(normal_quantile(std::clamp(1.0 - p, 1e-9, 1.0 - 1e-9)));
        }
        people.lonely[row] = is_lonely ? 1 : 0;
    }
}

}  // namespace spires
