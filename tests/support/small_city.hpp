#pragma once
// A small invented city: enough people, places and tables to watch the demographic processes at work.

#include "inputs/demography.hpp"
#include "interventions/overlay.hpp"
#include "population/compaction.hpp"
#include "processes/arrivals.hpp"
#include "processes/births.hpp"
#include "processes/departures.hpp"
#include "processes/destinations.hpp"
#include "processes/encounter.hpp"
#include "processes/newcomer.hpp"
#include "processes/process.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace spires::testing {

inline constexpr int base_year = 2022;

/// A newcomer's state by plain rules: work from 16, study for half of those under 22.
class PlainNewcomer final : public Newcomer {
public:
    void draw_social(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const;
    void draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const override {
        for (std::size_t row = first; row < people.size(); ++row) draw_social(people, row, year, key);
    }
    void draw_newborns(PersonColumns&, std::size_t, int, const RandomKey&) const override {}
};

/// The tables of demography, by rule.
struct Tables {
    Places places;
    Fertility fertility;
    MigrationTable migration;
    MigrationWards wards;
    MoveRates moves;
    HouseholdRates households;
    TenureStock stock;
};
/// Six wards of two places each; `people` residents; about eight in a hundred leave in a year.
[[nodiscard]] Tables invented_tables(double people);
/// A population of the tables' city, with families, sharers and halls, in blocks of equal size.
[[nodiscard]] Population invented_population(const Tables& tables, const AgeCounts& people, std::size_t blocks, const RandomKey& key);
/// Residents by sex and age, of a stationary kind with students.
[[nodiscard]] AgeCounts invented_ages(double people);

/// Deaths per person-year by sex, age, decile and year.
using DeathHazard = std::function<double(Sex, int, std::size_t, int)>;
/// One schedule of age for everybody, after Gompertz.
[[nodiscard]] double plain_hazard(Sex, int age, std::size_t, int);

/// An encounter in one block of one world.
void meet_alone(const Encounter& encounter, Block& block, std::size_t index, const Moment& now);

/// The demographic step of a whole city, phase by phase, with deaths by a plain hazard.
class SmallCity {
public:
    SmallCity(Tables tables, Population base, RandomKey key, DeathHazard hazard = plain_hazard);
    SmallCity(double people, std::size_t blocks, RandomKey key = {1, 0});

    /// One year; `backwards` takes the blocks in reverse order; `replayed` fixes the year's arrivals.
    void advance(bool backwards = false, const CityYear* replayed = nullptr);
    [[nodiscard]] std::int64_t flow(Count quantity) const;  ///< of the last step, people
    [[nodiscard]] std::int64_t flow(std::size_t block, Count quantity) const;

    Tables tables;
    Population population;
    RandomKey key;
    int year = base_year;
    CityYear city;           ///< of the last step
    AgeCounts departures{};  ///< of the last step
    AgeCounts carried{};
    bool migration = true;   ///< false: nobody comes or goes
    std::vector<double> nanoseconds;  ///< of the processor spent in each process since the start

private:
    void run(std::size_t process, std::size_t block);
    void move_status_on();

    PlainNewcomer newcomer_;
    TenureStock movers_;
    HouseholdProfile profile_;
    LeverOverlay no_levers_;
    std::unique_ptr<Destinations> destinations_;
    std::unique_ptr<ArrivalPlaces> where_;
    Processes processes_;
    Encounters encounters_;  ///< after the processes
    std::vector<TallySheet> sheets_;  ///< one a block
};

}  // namespace spires::testing
