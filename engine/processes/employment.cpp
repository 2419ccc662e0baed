#include "processes/employment.hpp"

#include "core/random_batch.hpp"
#include "interventions/overlay.hpp"
#include "scenario/levers.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t employed = static_cast<std::size_t>(EconomicStatus::employed);
constexpr int first_age = 17;  // turns 18 in the step: before, school and NEET decide

}  // namespace

Employment::Employment(const Inputs& inputs, const Parameters& parameters) : inputs_(inputs) {
    for (std::size_t status = 1; status < economic_status_names.size(); ++status)
        turnover_[status] = parameters["economic_turnover_" + std::string(economic_status_names[status])];
    for (std::size_t level = 0; level < qualification_names.size(); ++level)
        work_odds_[level] = parameters["work_odds_" + std::string(qualification_names[level])];
    mean_work_odds_.assign(ages * deciles, 1.0);
    for (std::size_t age = 16; age < ages; ++age)
        for (std::size_t d = 0; d < deciles; ++d) {
            double mean = 0;
            for (std::size_t level = 0; level < 4; ++level) mean += inputs.social.qualifications(static_cast<int>(age), d)[level] * work_odds_[level];
            mean_work_odds_[age * deciles + d] = mean;
        }
}

double Employment::qualification_factor(Qualification qualification, int age, std::size_t decile) const {
    return work_odds_[static_cast<std::size_t>(qualification)] / mean_work_odds_[age_row(age) * deciles + decile];
}

EconomicStatus Employment::choose(const Weights& weights, double work_factor, double u) const {
    double total = 0;
    for (std::size_t status = 1; status < weights.size(); ++status) total += weights[status] * (status == employed ? work_factor : 1.0);
    double left = u * total;
    for (std::size_t status = 1; status < weights.size(); ++status) {
        left -= weights[status] * (status == employed ? work_factor : 1.0);
        if (left < 0) return static_cast<EconomicStatus>(status);
    }
    return EconomicStatus::employed;
}

void Employment::advance(Step& step) const {
    auto& people = step.block.people;
    const std::size_t lever = LeverTable::of(Lever::employment);
    thread_local BlockWords luck;
    luck.draw_all(step.key, people.id, step.year, Purpose::economic_status);
    for (const std::uint32_t row : step.rows()) {
        const int age = people.age(row, step.year);
        if (age < first_age || (people.presence[row] & Presence::arriving) != 0) continue;  // newcomers come with a status
        const std::size_t decile = inputs_.places.decile_of[people.place[row]];
        const auto& now = inputs_.social.status(people.sex[row], age, decile);
        const auto& next = inputs_.social.status(people.sex[row], age + 1, decile);
        const auto status = static_cast<std::size_t>(people.economic_status[row]);
        const Words words = luck.at(row);

        const double falling = age == first_age ? 1.0 : (now[status] > next[status] && now[status] > 0 ? 1.0 - next[status] / now[status] : 0.0);
        Weights weights{};
        if (happens(words[0], falling)) {
            for (std::size_t s = 1; s < weights.size(); ++s) weights[s] = age == first_age ? next[s] : std::max(0.0, next[s] - now[s]);
        } else if (happens(words[1], turnover_[status])) {
            for (std::size_t s = 1; s < weights.size(); ++s) weights[s] = next[s] * turnover_[s];
        } else {
            continue;
        }
        const double work = qualification_factor(people.qualification[row], age + 1, decile) * step.levers.ratio(lever, row);
        people.economic_status[row] = choose(weights, work, uniform(words[2]));
    }
}

}  // namespace spires
