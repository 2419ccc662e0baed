#include "processes/departures.hpp"

#include "population/households.hpp"
#include "population/row_lanes.hpp"
#include "processes/departure_lanes.hpp"
#include "processes/row_list.hpp"
#include "tallies/count_each.hpp"

#include <algorithm>
#include <vector>

namespace spires {

namespace {

/// Ages of calibration: single years to 34, five-year bands beyond.
constexpr std::size_t calibration_bands = 35 + 14;
constexpr std::size_t calibration_band(int age) {
    return static_cast<std::size_t>(age < 35 ? age : std::min(35 + (age - 35) / 5, 35 + 13));
}
using Bands = std::array<double, calibration_bands>;

constexpr double highest_chance = 0.9;

/// True of people who go where the reference person of their private household goes.
bool follows(const PersonColumns& people, std::size_t row, HouseholdKind kind, int age) {
    const Role role = people.role[row];  // without branches: see Asked
    const bool depends = (age < adult_age) | ((age < follower_age) & (role == Role::child));
    return (kind == HouseholdKind::private_household) & (role != Role::reference) & ((role == Role::partner) | depends);
}

AgeSexRates leaving_rates(const Population& base, const MigrationTable& migration, int base_year) {
    AgeCounts residents{};
    for (const auto& block : base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            ++residents[static_cast<std::size_t>(block.people.sex[row])][age_row(block.people.age(row, base_year))];
    AgeSexRates rates{};
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age)
            if (residents[sex][age] > 0) rates[sex][age] = migration.outflow[sex][age] / static_cast<double>(residents[sex][age]);
    return rates;
}

double ratio(const MigrationWards& wards, double with_parents_ratio, Leaver kind, std::size_t ward) {
    const auto group = kind == Leaver::student ? MigrationGroup::student : MigrationGroup::adult;
    return wards.departure_ratio[static_cast<std::size_t>(group)][ward] * (kind == Leaver::with_parents ? with_parents_ratio : 1.0);
}

/// Expected leavers by [age of who decides][age of who leaves] before any factor.
struct ExpectedLeavers {
    std::array<Bands, calibration_bands> by{};

    void add(const Block& block, const Places& places, const MigrationWards& wards, double with_parents_ratio, const AgeSexRates& rates, int year) {
        const auto homes = compose_households(block, year);
        const auto& people = block.people;
        for (std::size_t row = 0; row < people.size(); ++row) {
            const int age = people.age(row, year);
            const std::uint32_t home = people.household[row];
            const auto decider = follows(people, row, block.households.kind[home], age) ? homes[home].reference : static_cast<std::uint32_t>(row);
            if (age < adult_age || decider == nobody) continue;
            const int decider_age = people.age(decider, year);
            const Leaver kind = leaver(decider_age, people.economic_status[decider], people.role[decider]);
            by[calibration_band(decider_age)][calibration_band(age)] +=
                rates[static_cast<std::size_t>(people.sex[decider])][age_row(decider_age)] *
                ratio(wards, with_parents_ratio, kind, places.places[people.place[decider]].ward);
        }
    }
};

/// Factors by age of the one who decides, by repeated proportional correction (Richardson-Lucy): each
/// is moved by the mean shortfall of those whom it makes leave.
Bands solve_factors(const ExpectedLeavers& leavers, const Bands& target) {
    Bands factor;
    factor.fill(1.0);
    for (int round = 0; round < 200; ++round) {
        Bands expected{};
        for (std::size_t d = 0; d < factor.size(); ++d)
            for (std::size_t m = 0; m < factor.size(); ++m) expected[m] += leavers.by[d][m] * factor[d];
        for (std::size_t d = 0; d < factor.size(); ++d) {
            double weight = 0, wanted = 0;
            for (std::size_t m = 0; m < factor.size(); ++m) {
                if (expected[m] <= 0 || leavers.by[d][m] <= 0) continue;  // most decide for themselves alone
                weight += leavers.by[d][m];
                wanted += leavers.by[d][m] * target[m] / expected[m];
            }
            if (weight > 0) factor[d] *= wanted / weight;
        }
    }
    return factor;
}

}  // namespace

DepartureChances calibrate_departures(const Population& base, const Places& places, const MigrationTable& migration,
                                      const MigrationWards& wards, double with_parents_ratio, int base_year) {
    const AgeSexRates rates = leaving_rates(base, migration, base_year);
    ExpectedLeavers expected;
    for (const auto& block : base.blocks) expected.add(block, places, wards, with_parents_ratio, rates, base_year);
    Bands target{};
    for (const auto& by_age : migration.outflow)
        for (int age = adult_age; age <= oldest_age; ++age) target[calibration_band(age)] += by_age[age_row(age)];
    const Bands factor = solve_factors(expected, target);

    DepartureChances chances(places.wards.size());
    for (const auto kind : {Leaver::student, Leaver::adult, Leaver::with_parents})
        for (std::size_t ward = 0; ward < places.wards.size(); ++ward)
            for (const Sex sex : {Sex::female, Sex::male})
                for (int age = 0; age <= oldest_age; ++age)
                    chances.set(kind, ward, sex, age,
                                std::min(highest_chance, rates[static_cast<std::size_t>(sex)][age_row(age)] * factor[calibration_band(age)] *
                                                             ratio(wards, with_parents_ratio, kind, ward)));
    return chances;
}

std::vector<double> expected_leavers(const Population& base, const Places& places, const DepartureChances& chances, int base_year) {
    std::vector<double> expected(places.wards.size(), 0.0);
    for (const auto& block : base.blocks) {
        const auto homes = compose_households(block, base_year);
        const auto& people = block.people;
        for (std::size_t row = 0; row < people.size(); ++row) {
            const std::uint32_t home = people.household[row];
            const bool goes_along = follows(people, row, block.households.kind[home], people.age(row, base_year));
            const std::size_t decider = goes_along ? homes[home].reference : row;
            if (decider == nobody) continue;
            const int age = people.age(decider, base_year);
            const std::size_t ward = places.places[people.place[row]].ward;
            expected[ward] += chances.chance(leaver(age, people.economic_status[decider], people.role[decider]), ward, people.sex[decider], age);
        }
    }
    return expected;
}

Departures::Departures(const Places& places, DepartureChances chances) : places_(places), chances_(std::move(chances)) {
    for (const auto& place : places.places) ward_of_.push_back(static_cast<std::int32_t>(place.ward));
}

bool Departures::decide(Step& step, Column<std::int32_t>& household_leaves, std::vector<std::uint32_t>& going) const {
    const auto& people = step.block.people;
    const auto& kinds = step.block.households.kind;
    auto& drawn = row_list(people.size());
    const std::size_t found = find_leavers({.people = people, .luck = {step.key, people.id.data(), step.year, Purpose::departure}, .ward_of = ward_of_.data(),
                                            .wards = static_cast<std::int32_t>(chances_.wards()), .below = chances_.thresholds()},
                                           drawn.data());
    bool households_leave = false;
    for (const std::uint32_t row : std::span(drawn.data(), found)) {
        if (follows(people, row, kinds[people.household[row]], people.age(row, step.year))) continue;
        going.push_back(row);
        if (people.role[row] != Role::reference) continue;
        household_leaves[people.household[row]] = 1;
        households_leave = true;
    }
    return households_leave;
}

void Departures::leave(Step& step, std::span<const std::uint32_t> going) const {
    thread_local Column<std::int32_t> keys;
    auto& people = step.block.people;
    keys.clear();
    for (const std::uint32_t row : going) {
        const int age = people.age(row, step.year);
        people.presence[row] |= leaving;
        ++step.departures[static_cast<std::size_t>(people.sex[row])][age_row(age)];
        keys.push_back(static_cast<std::int32_t>(TallySheet::key(places_.cell_of[people.place[row]], people.sex[row], life_table_band(age))));
    }
    count_each(step.tallies, Count::departures, keys);
}

void Departures::advance(Step& step) const {
    thread_local Column<std::int32_t> household_leaves;
    thread_local std::vector<std::uint32_t> going;
    const auto& people = step.block.people;
    household_leaves.assign(step.block.households.size(), 0);
    going.clear();
    if (decide(step, household_leaves, going))
        for (const std::uint32_t row : find_members(people, household_leaves))
            if (follows(people, row, step.block.households.kind[people.household[row]], people.age(row, step.year))) going.push_back(row);
    leave(step, going);
}

AgeCounts balance_arrivals(const MigrationTable& migration, const AgeCounts& departures, AgeCounts& carried, double net_factor) {
    constexpr std::int64_t one = std::int64_t{1} << 32;
    AgeCounts arrivals{};
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age) {
            std::int64_t& rest = carried[sex][age];
            rest += to_fixed_point(net_factor * migration.net[sex][age]) + departures[sex][age] * one;
            const std::int64_t nearest = (rest + one / 2) >> 32;  // rounds down, of negative numbers too
            arrivals[sex][age] = std::max<std::int64_t>(0, nearest);
            rest -= arrivals[sex][age] * one;
        }
    return arrivals;
}

}  // namespace spires
