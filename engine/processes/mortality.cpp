#include "processes/mortality.hpp"

#include "core/fixed_lanes.hpp"
#include "core/fixed_point.hpp"
#include "core/random_batch.hpp"
#include "processes/lever_column.hpp"
#include "processes/row_list.hpp"

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
                    const auto residual = static_cast<float>(mortality.residual[sex][d][at]);
                    residual_.push_back(mortality.floored[sex][d][at] ? -residual : residual);
                }
        }
    for (const auto& of_condition : mortality.fatality) {
        auto& fatality = fatality_.emplace_back();
        for (const auto& by_age : of_condition) fatality.insert(fatality.end(), by_age.begin(), by_age.end());
        if (std::ranges::all_of(fatality, [](float hazard) { return hazard <= 0; })) fatality.clear();
    }
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t band = 0; band < five_year_bands; ++band)
            for (std::size_t d = 0; d < deciles; ++d) mean_ratio_.push_back(static_cast<float>(mortality.mean_ratio[d][sex][band]));
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
        {.words = step.habit_words().column(3), .strata = strata, .risks = step.risk_columns(), .other = other_, .conditions = people.conditions_before.data(),
         .conditions_next = people.conditions.data(), .fatalities = deadly, .deadly = bits,
         .covered = people.covered.data(), .presence = people.presence.data(), .half_present = Presence::leaving | Presence::arriving,
         .residual = residual_.data(), .mean_ratio = mean_ratio_.data(),
         .trend = trend.data(), .late_infant_share = late_infant_share_,
         .chance = survival.chance_of_death.data(), .years = survival.years_lived.data(), .first = outcome.first.data(), .second = outcome.second.data(),
         .fatality = outcome.fatality.data(), .fatality_next = outcome.fatality_next.data(), .ill = outcome.ill},
        people.size(), outcome.rows);
    tally(step, strata, outcome);
    for (std::size_t k = 0; k < outcome.rows.deaths; ++k) die(step, outcome.rows.dying[k]);
}

void Dying::Outcome::resize(std::size_t people) {
    for (auto* column : {&first, &second}) column->resize(people);
    for (auto* column : {&fatality, &fatality_next})
        if (column->size() < people) column->resize(people);  // 0 from the start, and again after every use
    for (auto* list : {&rows.dying, &rows.floored, &rows.changing}) list->resize(people);
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

void Dying::tally(Step& step, const Strata& strata, const Outcome& outcome) const {
    const auto& people = step.block.people;
    const DyingRows& rows = outcome.rows;
    static_assert(static_cast<std::size_t>(Count::expected_deaths) == static_cast<std::size_t>(Count::person_years) + 1 &&
                  static_cast<std::size_t>(Count::floored_deaths) == static_cast<std::size_t>(Count::person_years) + 2, "counted side by side");
    const CountColumns<std::int64_t> expected = step.tallies.counts(step.tallies.layout().of(Count::person_years));
    std::size_t changing = 0;
    over_stretches(people.size(), [&](std::size_t from, std::size_t to) {
        FixedStretch years, at_first, at_second;
        to_fixed_point(step.survival().years_lived.data() + from, years.data(), to - from);
        to_fixed_point(outcome.first.data() + from, at_first.data(), to - from);
        to_fixed_point(outcome.second.data() + from, at_second.data(), to - from);
        const auto half = [&](std::size_t row) { return (years[row - from] + 1) / 2; };
        for (std::size_t row = from; row < to; ++row) {
            if (row + far_ahead < people.size()) bring_near(&expected[strata.tally[row + far_ahead]], 1);
            std::int64_t* const counts = &expected[strata.tally[row]];
            counts[0] += 2 * half(row);
            counts[1] += at_first[row - from] + at_second[row - from];
        }
        for (; changing < rows.new_bands && rows.changing[changing] < to; ++changing) {
            const std::size_t row = rows.changing[changing];
            std::int64_t *const counts = &expected[strata.tally[row]], *const next = &expected[strata.tally_next[row]];
            counts[0] -= half(row);
            counts[1] -= at_second[row - from];
            next[0] += half(row);
            next[1] += at_second[row - from];
        }
    });
    for (std::size_t k = 0; k < rows.at_floor; ++k) {
        const std::size_t row = rows.floored[k];
        const auto add = [&](std::int32_t key, std::int32_t sex_age, float deaths) {
            if (std::signbit(residual_[2 * (static_cast<std::size_t>(sex_age) * deciles + static_cast<std::size_t>(strata.decile[row]))])) (&expected[key])[2] += to_fixed_point(static_cast<double>(deaths));
        };
        add(strata.tally[row], strata.sex_age[row], outcome.first[row]);
        add(strata.tally_next[row], strata.sex_age_next[row], outcome.second[row]);
    }
}

}  // namespace spires
