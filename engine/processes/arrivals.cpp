#include "processes/arrivals.hpp"

#include "population/households.hpp"
#include "processes/leaving_home.hpp"

#include <algorithm>
#include <numeric>

namespace spires {

namespace {

/// How often homes of a tenure come free, relative to each other: as the ward shares of arrivals assume
/// (owned outright, mortgage, shared ownership, social rent, private rent, rent free).
constexpr std::array<double, tenure_names.size()> turnover{0.35, 0.7, 0.7, 0.6, 3.0, 1.0};

std::array<double, tenure_names.size()> homes_free(const std::array<double, tenure_names.size()>& stock) {
    std::array<double, tenure_names.size()> homes{};
    for (std::size_t t = 0; t < homes.size(); ++t) homes[t] = turnover[t] * stock[t];
    return homes;
}

/// Hall residents of the base by place.
std::vector<double> residents_of_halls(const Population& base, std::size_t places) {
    std::vector<double> residents(places, 0.0);
    for (const auto& block : base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            if (block.households.kind[block.people.household[row]] == HouseholdKind::student_hall) residents[block.people.place[row]] += 1;
    return residents;
}

double expected_students(const MigrationTable& migration) {
    double students = 0;
    for (const auto& by_age : migration.inflow)
        for (int age = 0; age <= oldest_age; ++age) students += by_age[age_row(age)] * student_share_of_arrivals(age);
    return students;
}

}  // namespace

ArrivalPlaces::ArrivalPlaces(const Places& places, const MigrationTable& migration, const MigrationWards& wards,
                             const TenureStock& stock, const Population& base) {
    for (const auto& by_tenure : stock) tenures_.emplace_back(homes_free(by_tenure));
    for (std::size_t group = 0; group < 2; ++group) {
        wards_[group] = Choice(wards.arrival_share[group]);
        for (std::size_t ward = 0; ward < places.wards.size(); ++ward) {
            std::vector<double> weights(places.size(), 0.0);
            for (std::size_t p = 0; p < places.size(); ++p) {
                if (places.places[p].ward != ward) continue;
                const auto homes = homes_free(stock[p]);
                weights[p] = 1e-3 + (static_cast<MigrationGroup>(group) == MigrationGroup::student
                    ? stock[p][static_cast<std::size_t>(Tenure::private_rent)] : std::accumulate(homes.begin(), homes.end(), 0.0));
            }
            places_[group].emplace_back(weights);
        }
    }
    const auto residents = residents_of_halls(base, places.size());
    halls_ = Choice(residents);
    constexpr double leave_city = 0.1;  // a year, of hall residents; only the share of halls hangs on it
    const double leave_hall = 1.0 - (1.0 - hall_leaving_chance) * (1.0 - leave_city);
    const double students = expected_students(migration);
    if (students > 0) hall_share_ = std::min(1.0, std::accumulate(residents.begin(), residents.end(), 0.0) * leave_hall / students);
}

void enumerate_arrivals(const Step& step, std::vector<Arrival>& arrivals) {
    arrivals.clear();
    const auto blocks = static_cast<std::int64_t>(step.blocks);
    std::int64_t next = static_cast<std::int64_t>(step.block_index), end = 0;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (int age = 0; age <= oldest_age; ++age) {
            end += step.city.arrivals[sex][age_row(age)];
            for (; next < end; next += blocks) {
                Arrival arrival;
                arrival.id = arrival_id(step.year - step.base_year, static_cast<std::uint32_t>(next));
                arrival.sex = static_cast<Sex>(sex);
                arrival.age = age;
                arrival.luck = draw(step.key, arrival.id, step.year, Purpose::arrival_household);
                arrival.student = happens(arrival.luck[0], student_share_of_arrivals(age));
                arrivals.push_back(arrival);
            }
        }
}

void Arrivals::settle(Step& step, const Arrival& arrival) const {
    auto& people = step.block.people;
    const std::size_t row = people.append();
    people.id[row] = arrival.id;
    people.sex[row] = arrival.sex;
    people.birth_year[row] = static_cast<std::int16_t>(step.year - arrival.age);
    people.presence[row] = arriving;
    join_household(step.block, row, arrival.household, arrival.role);
    newcomer_.draw_social(people, row, step.year, step.key);
    if (arrival.student) {
        people.economic_status[row] = EconomicStatus::education;
        people.qualification[row] = std::max(people.qualification[row], Qualification::level_3);
    } else if (migration_group(arrival.age, people.economic_status[row]) == MigrationGroup::student) {
        people.economic_status[row] = EconomicStatus::employed;  // those who come at this age to study are the students
    }
    newcomer_.draw_health(people, row, step.year, step.key);
    step.tallies.add(places_.places[people.place[row]].cell, arrival.sex, arrival.age, Count::arrivals, 1);
}

void Arrivals::advance(Step& step) const {
    thread_local std::vector<Arrival> arrivals;
    enumerate_arrivals(step, arrivals);
    house_arrivals(step, where_, arrivals);
    for (const auto& arrival : arrivals) settle(step, arrival);
}

}  // namespace spires
