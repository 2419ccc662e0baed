#include "processes/employment.hpp"

#include "interventions/overlay.hpp"
#include "processes/asked.hpp"
#include "processes/employment_lanes.hpp"
#include "processes/row_list.hpp"
#include "scenario/levers.hpp"

#include <algorithm>
#include <numeric>

namespace spires {

namespace {

constexpr std::size_t employed = static_cast<std::size_t>(EconomicStatus::employed);
constexpr bool is_idle(std::size_t status) noexcept {
    return status == static_cast<std::size_t>(EconomicStatus::unemployed) || status == static_cast<std::size_t>(EconomicStatus::inactive);
}
bool is_in_work(const PersonColumns& people, std::size_t row) noexcept { return people.economic_status[row] == EconomicStatus::employed; }

constexpr int first_age = 17;  // turns 18 in the step: before, school and NEET decide

}  // namespace

Employment::Employment(const Inputs& inputs, const Parameters& parameters, const DevelopmentLinks& links) : inputs_(inputs), links_(links) {
    for (std::size_t status = 1; status < economic_status_names.size(); ++status)
        turnover_[status] = static_cast<float>(parameters["economic_turnover_" + std::string(economic_status_names[status])]);
    for (std::size_t level = 0; level < qualification_names.size(); ++level)
        work_odds_[level] = parameters["work_odds_" + std::string(qualification_names[level])];
    mean_work_odds_.assign(ages * deciles, 1.0);
    for (std::size_t age = 16; age < ages; ++age)
        for (std::size_t d = 0; d < deciles; ++d) {
            double mean = 0;
            for (std::size_t level = 0; level < 4; ++level) mean += inputs.social.qualifications(static_cast<int>(age), d)[level] * work_odds_[level];
            mean_work_odds_[age * deciles + d] = mean;
        }
    tabulate_falling();
    tabulate_weights();
}

double Employment::qualification_factor(Qualification qualification, int age, std::size_t decile) const {
    return work_odds_[static_cast<std::size_t>(qualification)] / mean_work_odds_[age_row(age) * deciles + decile];
}

/// Without branches: who takes up what is hard for a processor to foresee. Weights of 0 everywhere give work.
EconomicStatus Employment::choose(StatusWeights weights, double work_factor, double u) {
    constexpr std::size_t statuses = economic_status_names.size();
    weights.of[employed] *= work_factor;
    double total = 0;
    for (std::size_t status = 1; status < statuses; ++status) total += weights.of[status];
    double left = u * total;
    std::size_t passed = 0;  // statuses that the draw lies beyond
    for (std::size_t status = 1; status < statuses; ++status) {
        left -= weights.of[status];
        passed += left < 0 ? 0 : 1;
    }
    return passed + 1 < statuses ? static_cast<EconomicStatus>(passed + 1) : EconomicStatus::employed;
}

/// Chance of leaving a status because its share is smaller a year on; everybody who turns 18 is drawn.
void Employment::tabulate_falling() {
    falling_.assign(sexes * ages * deciles * status_slots, 0.0F);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = static_cast<std::size_t>(first_age); age < ages; ++age)
            for (std::size_t d = 0; d < deciles; ++d) {
                const auto& now = inputs_.social.status(static_cast<Sex>(sex), static_cast<int>(age), d);
                const auto& next = inputs_.social.status(static_cast<Sex>(sex), static_cast<int>(age) + 1, d);
                for (std::size_t s = 0; s < now.size(); ++s) {
                    const double falls = age == static_cast<std::size_t>(first_age) ? 1.0 : (now[s] > next[s] && now[s] > 0 ? 1.0 - next[s] / now[s] : 0.0);
                    falling_[((sex * ages + age) * deciles + d) * status_slots + s] = static_cast<float>(falls);
                }
            }
}

/// What those drawn anew draw from: by turnover and because shares fall; at 18, where all are drawn, by what they did before.
void Employment::tabulate_weights() {
    weights_ = Column<StatusWeights>(sexes * ages * deciles * 2);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = static_cast<std::size_t>(first_age); age < ages; ++age)
            for (std::size_t d = 0; d < deciles; ++d) {
                const auto& now = inputs_.social.status(static_cast<Sex>(sex), static_cast<int>(age), d);
                const auto& next = inputs_.social.status(static_cast<Sex>(sex), static_cast<int>(age) + 1, d);
                Weights turned = turnover_weights(next), fallen{};
                for (std::size_t s = 1; s < fallen.size(); ++s) fallen[s] = std::max(0.0, next[s] - now[s]);
                if (age == static_cast<std::size_t>(first_age)) turned = weights_at_18(next, d, false), fallen = weights_at_18(next, d, true);
                StatusWeights* const at = &weights_[((sex * ages + age) * deciles + d) * 2];
                std::ranges::copy(turned, at[0].of.begin());
                std::ranges::copy(fallen, at[1].of.begin());
            }
}

void Employment::advance(Step& step) const {
    const auto& people = step.block.people;
    const auto& strata = step.strata(inputs_.places);
    auto& changing = row_list(people.size());
    const RowLuck luck{step.key, people.id.data(), step.year, Purpose::economic_status};
    const std::size_t changes = find_changes(
        {.luck = luck, .age = strata.age.data(), .sex_age = strata.sex_age.data(), .decile = strata.decile.data(),
         .falling = falling_.data(), .turnover = turnover_.data(), .first_age = first_age,
         .status = people.economic_status.data(), .presence = people.presence.data(), .arriving = Presence::arriving},
        people.size(), changing.data());
    draw_anew(step, {changing.data(), changes});
    if (step.levers.moves_ratio(LeverTable::of(Lever::employment))) help_into_work(step, luck);
}

Employment::Weights Employment::weights_at_18(const Weights& shares, std::size_t decile, bool idle_before) const {
    Weights weights{};
    double idle = 0, all = 0;
    for (std::size_t s = 1; s < weights.size(); ++s) {
        all += shares[s];
        idle += is_idle(s) ? shares[s] : 0.0;
    }
    if (idle <= 0 || idle >= all) return shares;
    const auto [others, again] = split_share(idle / all, links_.neet_share[decile], links_.idle_odds_ratio);
    const double chance = idle_before ? again : others;
    for (std::size_t s = 1; s < weights.size(); ++s) weights[s] = shares[s] * (is_idle(s) ? chance / idle : (1.0 - chance) / (all - idle));
    return weights;
}

Employment::Weights Employment::turnover_weights(const Weights& shares) const {
    Weights weights{};
    for (std::size_t s = 1; s < weights.size(); ++s) weights[s] = shares[s] * static_cast<double>(turnover_[s]);
    return weights;
}

/// Who is out of work comes into it, with a programme, as many times as often as people alike.
void Employment::help_into_work(Step& step, const RowLuck& luck) const {
    auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const double ratio = step.levers.ratio(LeverTable::of(Lever::employment), row);
        const int age = people.age(row, step.year);
        if (!(ratio > 1) || age < first_age || is_in_work(people, row) || (people.presence[row] & Presence::arriving) != 0) continue;
        const std::size_t decile = inputs_.places.decile_of[people.place[row]];
        Weights weights = turnover_weights(inputs_.social.status(people.sex[row], age + 1, decile));
        weights[employed] *= qualification_factor(people.qualification[row], age + 1, decile);
        const double work = weights[employed], total = std::accumulate(weights.begin(), weights.end(), 0.0);
        const double usual = total > 0 ? static_cast<double>(turnover_[static_cast<std::size_t>(people.economic_status[row])]) * work / total : 0.0;
        if (happens(luck.at(row)[3], (ratio - 1) * usual)) people.economic_status[row] = EconomicStatus::employed;
    }
}

/// Looks up everybody's weights first, so that they have come when they are drawn from.
void Employment::draw_anew(Step& step, std::span<const std::uint32_t> changing) const {
    auto& people = step.block.people;
    thread_local Asked luck;
    luck.reset(changing.size());
    for (const std::uint32_t row : changing) luck.add_if(true, row, people.id[row]);
    luck.draw(step.key, step.year, Purpose::economic_status);
    const auto& strata = step.strata(inputs_.places);
    thread_local Column<std::uint32_t> weights_at;
    if (weights_at.size() < people.size()) weights_at.resize(people.size());
    for (std::size_t k = 0; k < changing.size(); ++k) {
        const std::uint32_t row = changing[k];
        const auto stratum = static_cast<std::size_t>(strata.sex_age_decile(row)), status = static_cast<std::size_t>(people.economic_status[row]);
        const bool falls = happens(luck.word(0, k), falling_[stratum * status_slots + status]);
        const bool second = strata.age[row] == first_age ? is_idle(status) : falls;
        weights_at[k] = static_cast<std::uint32_t>(stratum * 2 + (second ? 1 : 0));
        __builtin_prefetch(&weights_[weights_at[k]]);
    }
    const bool moved = step.levers.moves_ratio(LeverTable::of(Lever::employment));
    for (std::size_t k = 0; k < changing.size(); ++k) {
        const std::uint32_t row = changing[k];
        double work = qualification_factor(people.qualification[row], strata.age[row] + 1, static_cast<std::size_t>(strata.decile[row]));
        if (moved) {
            const double lever = step.levers.ratio(LeverTable::of(Lever::employment), row);
            work *= is_in_work(people, row) ? lever : std::min(lever, 1.0);  // above 1: help_into_work
        }
        people.economic_status[row] = choose(weights_[weights_at[k]], work, uniform(luck.word(2, k)));
    }
}

}  // namespace spires
