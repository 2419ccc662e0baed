#include "processes/arrivals.hpp"

#include "population/households.hpp"
#include "processes/asked.hpp"
#include "tallies/count_each.hpp"

#include <algorithm>
#include <numeric>

namespace spires {

namespace {

/// Hall residents of the base by place.
std::vector<double> residents_of_halls(const Population& base, std::size_t places) {
    std::vector<double> residents(places, 0.0);
    for (const auto& block : base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            if (block.households.kind[block.people.household[row]] == HouseholdKind::student_hall) residents[block.people.place[row]] += 1;
    return residents;
}

double expected_students(const MigrationTable& migration, const HouseholdShares& shares) {
    double students = 0;
    for (const auto& by_age : migration.inflow)
        for (int age = 0; age <= oldest_age; ++age) students += by_age[age_row(age)] * shares.student_share_of_arrivals(age);
    return students;
}

}  // namespace

ArrivalPlaces::ArrivalPlaces(const Tables& tables, const Population& base, const std::vector<double>& leavers) : profile_(tables.profile), shares_(tables.shares) {
    fill_halls(tables, base);
    choose_wards(tables, base, leavers);
    choose_places(tables);
    choose_tenures(tables);
}

void ArrivalPlaces::fill_halls(const Tables& tables, const Population& base) {
    constexpr double leave_city = 0.1;  // a year, of hall residents; only the share of halls hangs on it
    const auto residents = residents_of_halls(base, tables.places.size());
    const double leave_hall = 1.0 - (1.0 - tables.shares.leave_student_hall) * (1.0 - leave_city);
    const double students = expected_students(tables.migration, tables.shares);
    halls_ = Choice(residents);
    if (students > 0) hall_share_ = std::min(1.0, std::accumulate(residents.begin(), residents.end(), 0.0) * leave_hall / students);
}

/// Adults: those who leave the ward, its share of net migration, less the students who come to it;
/// no fewer than two for five who leave (assumed).
void ArrivalPlaces::choose_wards(const Tables& tables, const Population& base, const std::vector<double>& leavers) {
    const auto& student_shares = tables.wards.arrival_share[static_cast<std::size_t>(MigrationGroup::student)];
    std::vector<double> residents(tables.places.wards.size(), 0.0), adults = leavers;
    for (const auto& block : base.blocks)
        for (const auto place : block.people.place) residents[tables.places.places[place].ward] += 1;
    const double people = std::accumulate(residents.begin(), residents.end(), 0.0), students = expected_students(tables.migration, tables.shares);
    double net = 0;
    for (const auto& by_age : tables.migration.net) net = std::accumulate(by_age.begin(), by_age.end(), net);
    for (std::size_t ward = 0; ward < adults.size(); ++ward)
        adults[ward] += net * residents[ward] / people - students * (1.0 - hall_share_) * student_shares[ward];
    for (std::size_t place = 0; place < tables.places.size(); ++place)
        adults[tables.places.places[place].ward] -= students * hall_share_ * halls_.chance(place);
    for (std::size_t ward = 0; ward < adults.size(); ++ward) adults[ward] = std::max(adults[ward], 0.4 * leavers[ward]);
    wards_ = {Choice(student_shares), Choice(adults)};
}

void ArrivalPlaces::choose_places(const Tables& tables) {
    for (auto& of_group : places_)
        for (std::size_t ward = 0; ward < tables.places.wards.size(); ++ward) {
            std::vector<double> weights(tables.places.size(), 0.0);
            for (std::size_t p = 0; p < weights.size(); ++p) {
                if (tables.places.places[p].ward != ward) continue;
                const auto& stock = tables.stock[p];
                const double rented = stock[static_cast<std::size_t>(Tenure::private_rent)];
                const double all = std::accumulate(stock.begin(), stock.end(), 0.0);
                weights[p] = 1e-3 + (&of_group == &places_[0] ? rented : all);
            }
            of_group.emplace_back(weights);
        }
}

/// Households of the age at the base, by tenure, in proportion to how the place's homes differ from the city's.
void ArrivalPlaces::choose_tenures(const Tables& tables) {
    std::array<double, tenure_names.size()> city{};
    for (const auto& of_place : tables.stock)
        for (std::size_t t = 0; t < city.size(); ++t) city[t] += of_place[t];
    for (const auto& of_place : tables.stock)
        for (const auto& households : profile_.households) {
            auto weights = households;
            for (std::size_t t = 0; t < city.size(); ++t) weights[t] *= city[t] > 0 ? of_place[t] / city[t] : 1.0;
            tenures_.add(weights, static_cast<std::size_t>(Tenure::private_rent));
        }
}

void enumerate_arrivals(const Step& step, const HouseholdShares& shares, std::vector<Arrival>& arrivals) {
    arrivals.clear();
    const auto blocks = static_cast<std::int64_t>(step.blocks);
    std::int64_t next = static_cast<std::int64_t>(step.block_index), end = 0;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (int age = 0; age <= oldest_age; ++age) {
            end += step.city.arrivals[sex][age_row(age)];
            for (; next < end; next += blocks) {
                Arrival& arrival = arrivals.emplace_back();  // in its place: a copy would wait for its parts
                arrival.id = arrival_id(step.year - step.base_year, static_cast<std::uint32_t>(next));
                arrival.sex = static_cast<Sex>(sex);
                arrival.age = age;
            }
        }
    thread_local Asked asked;
    asked.reset(arrivals.size());
    for (std::size_t k = 0; k < arrivals.size(); ++k) asked.add_if(true, k, arrivals[k].id);
    asked.draw(step.key, step.year, Purpose::arrival_place);
    for (std::size_t k = 0; k < arrivals.size(); ++k) arrivals[k].luck_of_place = asked.words(k);
    asked.draw(step.key, step.year, Purpose::arrival_household);
    for (std::size_t k = 0; k < arrivals.size(); ++k) {
        arrivals[k].luck = asked.words(k);
        arrivals[k].student = happens(arrivals[k].luck[0], shares.student_share_of_arrivals(arrivals[k].age));
    }
}

void Arrivals::settle(Step& step, const Arrival& arrival, std::size_t row) {
    auto& people = step.block.people;
    people.id[row] = arrival.id;
    people.sex[row] = arrival.sex;
    people.birth_year[row] = static_cast<std::int16_t>(step.year - arrival.age);
    people.presence[row] = arriving;
    join_household(step.block, row, arrival.household, arrival.role);
}

/// Students come to study, with the school behind them; nobody else of the age does.
void Arrivals::enrol(Step& step, const Arrival& arrival, std::size_t row) {
    auto& people = step.block.people;
    if (arrival.student) {
        people.economic_status[row] = EconomicStatus::education;
        people.qualification[row] = std::max(people.qualification[row], Qualification::level_3);
    } else if (migration_group(arrival.age, people.economic_status[row]) == MigrationGroup::student) {
        people.economic_status[row] = EconomicStatus::employed;
    }
}

void Arrivals::advance(Step& step) const {
    thread_local std::vector<Arrival> arrivals;
    enumerate_arrivals(step, where_.shares(), arrivals);
    house_arrivals(step, where_, arrivals);
    const std::size_t first = step.block.people.size();
    step.block.people.resize(first + arrivals.size());
    for (std::size_t k = 0; k < arrivals.size(); ++k) settle(step, arrivals[k], first + k);
    newcomer_.draw_newcomers(step.block.people, first, step.year, step.key);
    for (std::size_t k = 0; k < arrivals.size(); ++k) enrol(step, arrivals[k], first + k);
    count_each(step.tallies, Count::arrivals, std::span(step.strata(places_).tally).subspan(first));
}

}  // namespace spires
