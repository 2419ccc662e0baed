#include "processes/mortality.hpp"

#include "core/fixed_point.hpp"
#include "processes/lever_column.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spires {

Dying::Dying(const Model& model, const LeverTable& levers)
    : model_(model), levers_(levers),
      late_infant_share_(static_cast<float>(1.0 - model.parameters["infant_deaths_in_first_step"])),
      other_(model.risks.factors(model.risks.other_mortality())) {
    const auto& mortality = model.mortality;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age) {
            for (std::size_t d = 0; d < deciles; ++d)
                for (const std::size_t at : {age, std::min(age + 1, ages - 1)}) {
                    const auto residual = static_cast<float>(mortality.residual[sex][d][at] / mortality.mean_ratio[d][sex][five_year_band(static_cast<int>(age))]);
                    residual_.push_back(mortality.floored[sex][d][at] ? -residual : residual);
                }
        }
    for (const auto& of_condition : mortality.fatality) {
        auto& fatality = fatality_.emplace_back();
        for (const auto& by_age : of_condition) fatality.insert(fatality.end(), by_age.begin(), by_age.end());
        if (std::ranges::all_of(fatality, [](float hazard) { return hazard <= 0; })) fatality.clear();
    }
    for (const auto& year : mortality.trend) {
        auto& trend = trend_.emplace_back();
        for (const auto& by_age : year)
            for (std::size_t age = 0; age < ages; ++age)
                for (const std::size_t at : {age, std::min(age + 1, ages - 1)}) trend.push_back(static_cast<float>(by_age[at]));
    }
}

void Dying::advance(Step& step) const {
    thread_local Outcome outcome;
    auto& people = step.block.people;
    const auto& strata = step.strata(model_.inputs->places);
    outcome.resize(people.size());
    Survival& survival = step.survival();
    const auto& trend = trend_of(step);
    const auto deadly = fatalities(step);
    const auto bits = std::accumulate(deadly.begin(), deadly.end(), std::int32_t{0}, [](std::int32_t some, const Fatality& of) { return some | of.bit; });
    find_deaths(
        {.words = step.event_words().column(1), .strata = strata, .risks = other_.reads_anything() ? &step.risk_columns() : nullptr, .other = other_, .conditions = step.conditions_before(),
         .conditions_next = people.conditions.data(), .fatalities = deadly, .deadly = bits,
         .covered = people.covered.data(), .presence = people.presence.data(),
         .residual = residuals_of_year(trend), .trend = trend.data(), .late_infant_share = late_infant_share_,
         .chance = survival.chance_of_death.data(), .years = survival.years_lived.data(), .late_chance = outcome.late_chance.data(), .late_years = outcome.late_years.data(),
         .fatality = outcome.fatality.data(), .fatality_next = outcome.fatality_next.data(), .ill = outcome.ill},
        people.size(), outcome.rows);
    step.expected.of_everybody(Count::person_years, survival.years_lived, &outcome.late_years);  // half of them at each age
    step.expected.of_everybody(Count::expected_deaths, survival.chance_of_death, &outcome.late_chance);
    tally_floored(step, strata, outcome);
    for (std::size_t k = 0; k < outcome.rows.deaths; ++k) die(step, outcome.rows.dying[k]);
}

void Dying::Outcome::resize(std::size_t people) {
    for (auto* column : {&late_chance, &late_years}) column->resize(people);
    for (auto* column : {&fatality, &fatality_next})
        if (column->size() < people) column->resize(people);  // 0 from the start, and again after every use
    for (auto* list : {&rows.dying, &rows.floored}) list->resize(people);
    ill.resize(people);
}

/// Hazards of the year against those of the base, as the block's worlds assume them.
const std::vector<float>& Dying::trend_of(const Step& step) const {
    const auto& trend = trend_[std::min(static_cast<std::size_t>(step.year - step.base_year), trend_.size() - 1)];
    const double factor = step.trends[Trend::mortality];
    if (factor == 1.0) return trend;
    thread_local std::vector<float> assumed;
    assumed = trend;
    for (float& ratio : assumed) ratio *= static_cast<float>(factor);
    return assumed;
}

const float* Dying::residuals_of_year(const std::vector<float>& trend) const {
    thread_local Scratch<float> residuals;
    residuals.resize(residual_.size());
    constexpr std::size_t of_age = 2 * deciles;
    for (std::size_t stratum = 0; stratum < sexes * ages; ++stratum)
        for (std::size_t at = 0; at < of_age; ++at) residuals[stratum * of_age + at] = residual_[stratum * of_age + at] * trend[2 * stratum + at % 2];
    return residuals.data();
}

/// Someone drawn to leave who dies first counts once, as a death.
void Dying::die(Step& step, std::size_t row) const {
    auto& people = step.block.people;
    const int age = people.age(row, step.year);
    const auto cell = model_.inputs->places.places[people.place[row]].cell;
    step.tallies.add(cell, people.sex[row], age, Count::deaths, 1);
    if ((people.presence[row] & Presence::leaving) != 0) step.tallies.add(cell, people.sex[row], age, Count::departures, -1);
    people.presence[row] |= Presence::dead;
}

std::span<const Fatality> Dying::fatalities(const Step& step) const {
    thread_local std::vector<Fatality> list;
    thread_local std::vector<LeverColumn> ratios;
    list.clear();
    ratios.resize(fatality_.size());
    for (std::size_t c = 0; c < fatality_.size(); ++c)
        if (!fatality_[c].empty())
            list.push_back({static_cast<std::int32_t>(1U << c), fatality_[c].data(), ratios[c].ratios(step.levers, levers_.case_fatality(c), step.block.people.size())});
    for (const auto& screened : model_.screened) {
        const auto found = std::ranges::find(list, static_cast<std::int32_t>(1U << screened.condition), &Fatality::bit);
        if (found == list.end()) continue;
        found->screened = screened.factor.data();
        found->programme = static_cast<std::int32_t>(1U << screened.programme);
    }
    for (const auto& stage : model_.stages) {
        const auto found = std::ranges::find(list, static_cast<std::int32_t>(1U << stage.condition), &Fatality::bit);
        if (found == list.end()) continue;
        found->by_stage = stage.fatality.data();
        found->late = static_cast<std::int32_t>(stage.late);
    }
    return list;
}

void Dying::tally_floored(Step& step, const Strata& strata, const Outcome& outcome) const {
    const DyingRows& rows = outcome.rows;
    const auto floored = step.tallies.counts(Count::floored_deaths);
    const auto& chance = step.survival().chance_of_death;
    for (std::size_t k = 0; k < rows.at_floor; ++k) {
        const std::size_t row = rows.floored[k];
        const auto add = [&](std::int32_t key, std::int32_t sex_age, float deaths) {
            if (std::signbit(residual_[2 * (static_cast<std::size_t>(sex_age) * deciles + static_cast<std::size_t>(strata.decile[row]))])) floored[key] += to_fixed_point(static_cast<double>(deaths));
        };
        add(strata.tally[row], strata.sex_age[row], chance[row] - outcome.late_chance[row]);
        add(strata.tally_next[row], strata.sex_age_next[row], outcome.late_chance[row]);
    }
}

}  // namespace spires
