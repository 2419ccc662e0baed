#include "processes/births.hpp"

#include "core/fixed_point.hpp"
#include "population/households.hpp"
#include "population/row_lanes.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t oldest_mother = 60;

bool has_partner(const PersonColumns& people, std::size_t row, const std::vector<std::uint8_t>& couple) {
    return people.role[row] == Role::partner || (people.role[row] == Role::reference && couple[people.household[row]] != 0);
}

/// Marks the households of couples, as they stood at the start of the step.
const std::vector<std::uint8_t>& find_couples(const Block& block) {
    thread_local std::vector<std::uint8_t> couple;
    couple.assign(block.households.size(), 0);
    std::uint8_t* const marks = couple.data();  // a byte could be any of the vector's own pointers
    for (const std::uint32_t row : find_role(block.people, Role::partner)) marks[block.people.household[row]] = 1;
    return couple;
}

}  // namespace

FertilityNormaliser normalise_fertility(const Population& base, const FertilityRatios& ratios, int base_year) {
    FertilityNormaliser normaliser;
    std::array<double, ages> women{};
    for (const auto& block : base.blocks) {
        const auto& couple = find_couples(block);
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            if (block.people.sex[row] != Sex::female) continue;
            const auto age = age_row(block.people.age(row, base_year));
            women[age] += 1;
            normaliser.mean[age] += ratios.of(has_partner(block.people, row, couple), block.people.economic_status[row]);
        }
    }
    for (std::size_t age = 0; age < ages; ++age)
        normaliser.mean[age] = women[age] > 0 ? normaliser.mean[age] / women[age] : 1.0;
    return normaliser;
}

double InfantDeaths::chance(Sex sex, std::size_t decile, int year) const noexcept {
    const int last = static_cast<int>(chances_.size()) - 1;
    return chances_[static_cast<std::size_t>(std::clamp(year - first_year_, 0, last))][static_cast<std::size_t>(sex)][decile];
}

/// Gives the newborn a `row` in the mother's household. A mother who heads none (a sharer, a resident of
/// a hall, a grown daughter) founds one, so that a child's parent is never just a housemate.
void Births::settle(Step& step, std::size_t mother, std::uint64_t id, Sex sex, std::size_t row) const {
    auto& people = step.block.people;
    const bool heads_home = people.role[mother] == Role::reference || people.role[mother] == Role::partner;
    if (!heads_home && people.age(mother, step.year) >= adult_age) {
        const bool rents_social = draw(step.key, people.id[mother], step.year, Purpose::founding)[2] < 0x80000000U;
        const auto home = open_household(step.block.households, founded_household_id(people.id[mother], step.year - step.base_year),
                                         HouseholdKind::private_household, people.place[mother],
                                         rents_social ? Tenure::social_rent : Tenure::private_rent);
        join_household(step.block, mother, home, Role::reference);
    }
    people.id[row] = id;
    people.sex[row] = sex;
    people.birth_year[row] = static_cast<std::int16_t>(step.year + 1);
    people.ethnic_group[row] = people.ethnic_group[mother];
    people.economic_status[row] = EconomicStatus::child;
    join_household(step.block, row, people.household[mother], Role::child);
}

void Births::bear(Step& step, std::size_t mother, const Words& luck, std::size_t& next_row) const {
    auto& people = step.block.people;
    const auto presence = people.presence[mother];
    const auto& place = places_.places[people.place[mother]];
    const std::uint64_t id = newborn_id(people.id[mother], step.year - step.base_year);
    const Sex sex = happens(luck[1], tables_.boys_per_100_girls / (100.0 + tables_.boys_per_100_girls)) ? Sex::male : Sex::female;
    // Born and moving at even chances over the step: a mover's newborn spends a third of it here on average.
    const double years = presence == 0 ? 1.0 / 2.0 : 1.0 / 3.0;
    const auto count = [&](Count quantity, std::int64_t amount) { step.tallies.add(place.cell, sex, 0, quantity, amount); };
    count(Count::person_years, to_fixed_point(years));
    const double in_good_health = years * tables_.newborn_good_health[static_cast<std::size_t>(sex)][place.decile];
    count(Count::good_health_years, to_fixed_point(in_good_health));
    auto& of_group = step.tallies.group_years()(people.ethnic_group[mother], sex);
    of_group.lived += to_fixed_point(years);
    of_group.in_good_health += to_fixed_point(in_good_health);

    if ((presence & arriving) != 0 && luck[2] < 0x80000000U) {  // born before they came
        count(Count::arrivals, 1);
        settle(step, mother, id, sex, next_row++);
        return;
    }
    count(Count::births, 1);
    const double chance = std::min(1.0, step.trends[Trend::mortality] * tables_.infant_deaths.chance(sex, place.decile, step.year));
    count(Count::expected_deaths, to_fixed_point(chance));
    if (happens(draw(step.key, id, step.year, Purpose::infant_death)[0], chance))
        count(Count::deaths, 1);
    else if ((presence & leaving) != 0)
        count(Count::departures, 1);
    else
        settle(step, mother, id, sex, next_row++);
}

std::array<double, ages> Births::rates(int year) const {
    std::array<double, ages> rate{};
    for (std::size_t age = 0; age <= oldest_mother; ++age) {
        const double mean = tables_.normaliser.mean[age];
        rate[age] = mean > 0 ? tables_.fertility.at(static_cast<int>(age), year) / mean : 0.0;
    }
    return rate;
}

void Births::advance(Step& step) const {
    const auto& people = step.block.people;
    auto rate = rates(step.year);
    for (double& births : rate) births *= step.trends[Trend::fertility];
    HighestChances highest;
    for (std::size_t age = 0; age < ages; ++age)
        highest.raise(Sex::female, age, rate[age] * std::max(1.0, tables_.ratios.partnered) * std::max(1.0, tables_.ratios.student));
    const std::size_t first_newborn = people.size();
    const auto& couple = find_couples(step.block);
    const std::uint32_t* const luck = step.event_words().column(0);
    const auto candidates = find_candidates(people, step.year, luck, highest);
    std::size_t next_row = first_newborn;  // newborns join behind everybody
    step.block.people.resize(first_newborn + candidates.size());
    for (const std::uint32_t row : candidates) {
        if ((people.presence[row] & dead) != 0) continue;
        const double chance = rate[age_row(people.age(row, step.year))] * ((people.presence[row] & leaving) != 0 ? 0.5 : 1.0) *
                              tables_.ratios.of(has_partner(people, row, couple), people.economic_status[row]);
        if (happens(luck[row], chance)) bear(step, row, draw(step.key, people.id[row], step.year, Purpose::birth), next_row);
    }
    step.block.people.resize(next_row);
    newcomer_.draw_newborns(step.block.people, first_newborn, step.year, step.key);
}

}  // namespace spires
