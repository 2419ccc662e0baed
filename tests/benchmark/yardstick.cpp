// The yardstick: the yearly step as one would first write it. One struct a person, one random
// engine, the standard library's distributions and exponentials, doubles everywhere, one loop. It
// does the work of a step of the model (six exposures, ten conditions, health, death, births,
// moves, departures, arrivals, six services, tallies) with made-up constants, and nothing to make
// it fast. Leave it as it is: every ratio on record was measured against it.
#include "benchmark/yardstick.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

namespace {

constexpr int exposures = 6, conditions = 10, services = 6, causes = 3;
constexpr int sexes = 2, ages = 101, deciles = 10, wards = 18, bands = 20;

struct Person {
    int age, sex, ward, decile;
    std::array<double, exposures> score, exposure;
    std::array<bool, conditions> ill;
    bool good_health;
};

/// What is counted in a ward, for one sex and age band.
struct Cell {
    double people = 0, births = 0, deaths = 0, departures = 0, good_health = 0;
    std::array<double, conditions> ill{};
    std::array<double, services> used{};
};

using BySexAge = std::array<std::array<double, ages>, sexes>;

/// Made-up tables of plausible size and shape.
struct Tables {
    std::array<std::array<std::array<double, conditions>, ages>, sexes> incidence{};
    std::array<std::array<std::array<double, services>, ages>, sexes> service{};
    BySexAge mortality{}, health{}, exposure_mean{};
    std::array<double, deciles> gradient{};
    std::array<double, ages> fertility{}, moving{}, leaving{};
    std::array<std::array<std::size_t, causes>, conditions>
        cause{};  ///< exposures that raise a condition
    std::array<std::array<double, causes>, conditions> log_ratio{};
    std::array<double, conditions> fatality{}, remission{}, health_log_odds{};
    std::array<std::array<double, services>, conditions> service_ratio{};
};

void fill_by_sex_and_age(Tables& tables) {
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        for (std::size_t age = 0; age < ages; ++age) {
            const auto years = static_cast<double>(age);
            tables.mortality[sex][age] =
                (sex == 0 ? 2.0e-5 : 3.0e-5) * std::exp(0.095 * years) + 1e-4;
            tables.health[sex][age] = 2.4 - 0.035 * years;
            tables.exposure_mean[sex][age] = 0.01 * (years - 40.0);
            for (std::size_t c = 0; c < conditions; ++c)
                tables.incidence[sex][age][c] =
                    2e-4 * std::exp(0.004 * years * static_cast<double>(c));
            for (std::size_t s = 0; s < services; ++s)
                tables.service[sex][age][s] = 0.1 * static_cast<double>(s + 1) + 0.004 * years;
        }
    }
}

Tables make_tables() {
    Tables tables;
    fill_by_sex_and_age(tables);
    for (std::size_t d = 0; d < deciles; ++d)
        tables.gradient[d] = 1.4 - 0.08 * static_cast<double>(d);
    for (std::size_t age = 0; age < ages; ++age) {
        const double from_30 = (static_cast<double>(age) - 30.0) / 6.0;
        tables.fertility[age] =
            age >= 15 && age < 50 ? 0.11 * std::exp(-0.5 * from_30 * from_30) : 0.0;
        tables.moving[age] = age < 35 ? 0.15 : 0.05;
        tables.leaving[age] = age < 35 ? 0.06 : 0.02;
    }
    for (std::size_t c = 0; c < conditions; ++c) {
        for (std::size_t k = 0; k < causes; ++k) {
            tables.cause[c][k] = (c + 2 * k) % exposures;
            tables.log_ratio[c][k] = 0.12;
        }
        tables.fatality[c] = 0.002 * static_cast<double>(c % 5);
        tables.remission[c] = c % 3 == 0 ? 0.2 : 0.0;
        tables.health_log_odds[c] = -0.3 - 0.1 * static_cast<double>(c);
        for (std::size_t s = 0; s < services; ++s)
            tables.service_ratio[c][s] = 1.0 + 0.1 * static_cast<double>((s + c) % 4);
    }
    return tables;
}

class City {
public:
    explicit City(int people) {
        persons_.reserve(static_cast<std::size_t>(people));
        for (int i = 0; i < people; ++i)
            persons_.push_back(newcomer(static_cast<int>(uniform() * 85.0)));
        arrivals_ = people / 28;
    }

    /// Lives one year and returns how many person-years that was.
    std::size_t advance() {
        const std::size_t present = persons_.size();
        newcomers_.clear();
        for (Person& person : persons_) live(person);
        std::erase_if(persons_, [](const Person& person) { return person.age < 0; });
        for (int i = 0; i < arrivals_; ++i)
            newcomers_.push_back(newcomer(18 + static_cast<int>(uniform() * 20.0)));
        persons_.insert(persons_.end(), newcomers_.begin(), newcomers_.end());
        return present;
    }

    /// A number that depends on all tallies, so that none of the work can be left out.
    [[nodiscard]] double digest() const {
        double sum = 0;
        for (const Cell& cell : cells_)
            sum += cell.deaths + cell.good_health + cell.used[0] + cell.used[5];
        return sum;
    }

private:
    double uniform() { return uniform_(random_); }
    bool happens(double probability) { return uniform() < probability; }

    Person newcomer(int age) {
        Person person{};
        person.age = age;
        person.sex = static_cast<int>(uniform() * sexes);
        person.ward = static_cast<int>(uniform() * wards);
        person.decile = static_cast<int>(uniform() * deciles);
        for (double& score : person.score) score = normal_(random_);
        for (bool& ill : person.ill) ill = happens(0.002 * age);
        return person;
    }

    void live(Person& person) {
        const auto sex = static_cast<std::size_t>(person.sex);
        const std::size_t age = static_cast<std::size_t>(std::min(person.age, ages - 1));
        Cell& cell = cell_of(person);
        cell.people += 1.0;
        change_exposures(person, sex, age);
        change_conditions(person, sex, age, cell);
        const double death = death_probability(person, sex, age);
        use_services(person, sex, age, death, cell);
        change_health(person, sex, age, cell);
        if (person.sex == 0 && tables_.fertility[age] > 0.0 && happens(tables_.fertility[age])) {
            newcomers_.push_back(newcomer(0));
            newcomers_.back().ward = person.ward;
            cell.births += 1.0;
        }
        if (happens(tables_.moving[age])) person.ward = static_cast<int>(uniform() * wards);
        person.age += 1;
        if (happens(death)) {
            cell.deaths += 1.0;
            person.age = -1;
        } else if (happens(tables_.leaving[age])) {
            cell.departures += 1.0;
            person.age = -1;
        }
    }

    void change_exposures(Person& person, std::size_t sex, std::size_t age) {
        constexpr double persistence = 0.97;
        for (std::size_t e = 0; e < exposures; ++e) {
            person.score[e] = persistence * person.score[e] +
                              std::sqrt(1.0 - persistence * persistence) * normal_(random_);
            person.exposure[e] = tables_.exposure_mean[sex][age] + 0.5 * person.score[e];
        }
    }

    void change_conditions(Person& person, std::size_t sex, std::size_t age, Cell& cell) {
        for (std::size_t c = 0; c < conditions; ++c) {
            if (person.ill[c]) {
                if (happens(tables_.remission[c])) person.ill[c] = false;
            } else {
                double log_ratio = 0;
                for (std::size_t k = 0; k < causes; ++k)
                    log_ratio += tables_.log_ratio[c][k] * person.exposure[tables_.cause[c][k]];
                const double hazard = tables_.incidence[sex][age][c] *
                                      tables_.gradient[static_cast<std::size_t>(person.decile)] *
                                      std::exp(log_ratio);
                if (happens(hazard))
                    person.ill[c] = true;  // so rare that the hazard serves as the chance
            }
            if (person.ill[c]) cell.ill[c] += 1.0;
        }
    }

    double death_probability(const Person& person, std::size_t sex, std::size_t age) const {
        double hazard = tables_.mortality[sex][age] *
                        tables_.gradient[static_cast<std::size_t>(person.decile)] *
                        std::exp(0.1 * person.exposure[0] + 0.2 * person.exposure[1]);
        for (std::size_t c = 0; c < conditions; ++c)
            if (person.ill[c]) hazard += tables_.fatality[c];
        return 1.0 - std::exp(-hazard);
    }

    void change_health(Person& person, std::size_t sex, std::size_t age, Cell& cell) {
        double log_odds = tables_.health[sex][age] - 0.3 * person.exposure[2];
        for (std::size_t c = 0; c < conditions; ++c)
            if (person.ill[c]) log_odds += tables_.health_log_odds[c];
        person.good_health = happens(1.0 / (1.0 + std::exp(-log_odds)));
        if (person.good_health) cell.good_health += 1.0;
    }

    /// Expected use, with more of it in the last year of life.
    void use_services(const Person& person, std::size_t sex, std::size_t age, double death,
                      Cell& cell) const {
        const double time = (1.0 - death) + death * (0.5 + 1.5);
        std::array<double, services> use{};
        for (std::size_t s = 0; s < services; ++s) use[s] = tables_.service[sex][age][s] * time;
        for (std::size_t c = 0; c < conditions; ++c)
            if (person.ill[c])
                for (std::size_t s = 0; s < services; ++s) use[s] *= tables_.service_ratio[c][s];
        for (std::size_t s = 0; s < services; ++s) cell.used[s] += use[s];
    }

    Cell& cell_of(const Person& person) {
        const int band = std::min(person.age / 5, bands - 1);
        const int cell = (person.ward * sexes + person.sex) * bands + band;
        return cells_[static_cast<std::size_t>(cell)];
    }

    Tables tables_ = make_tables();
    std::mt19937_64 random_{20220630};
    std::uniform_real_distribution<double> uniform_;
    std::normal_distribution<double> normal_;
    std::vector<Person> persons_, newcomers_;
    std::vector<Cell> cells_ = std::vector<Cell>(std::size_t{wards} * sexes * bands);
    int arrivals_ = 0;
};

}  // namespace

double yardstick_ns_per_person_year(int people, int years) {
    City city(people);
    std::size_t person_years = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int year = 0; year < years; ++year) person_years += city.advance();
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
    [[maybe_unused]] volatile double kept = city.digest();
    return taken.count() / static_cast<double>(person_years);
}
