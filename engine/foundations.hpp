#pragma once
// What a run stands on: all tables, the base population with its state, and what no draw changes.

#include "calibration/initial_state.hpp"
#include "calibration/model.hpp"
#include "inputs/demography.hpp"
#include "inputs/prices.hpp"
#include "population/synthesis.hpp"
#include "processes/arrivals.hpp"
#include "processes/births.hpp"
#include "processes/care_homes.hpp"
#include "processes/departures.hpp"
#include "processes/destinations.hpp"
#include "scenario/levers.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace spires {

/// The demographic tables with what is solved on the base population once.
struct Demography {
    Fertility fertility;
    MigrationTable migration;
    MigrationWards wards;
    MoveRates moves;
    HouseholdRates households;
    DepartureChances departures;
    Destinations destinations;
    ArrivalPlaces arrivals;
    CareHomeEntries care_homes;
    FertilityRatios fertility_ratios;
    FertilityNormaliser fertility_normaliser;
};

/// Tables, base population and everything the yearly step shares between replicates.
class Foundations {
public:
    /// Reads `inputs`, synthesises the base of `seed` and gives it its state. `copies` of the city for
    /// load tests. `settings` replace single figures by name; `localities` is a table of the user's own.
    Foundations(const std::filesystem::path& inputs, std::uint64_t seed, int last_year,
                const std::vector<std::pair<std::string, double>>& settings = {}, std::size_t copies = 1, const std::filesystem::path& localities = {});
    Foundations(const Foundations&) = delete;
    Foundations& operator=(const Foundations&) = delete;

    Inputs inputs;
    Prices prices;
    LeverTable levers;
    int last_year;
    Population base;
    std::vector<MarginFit> fit;
    std::size_t copies;
    std::unique_ptr<const RiskModel> central_risks;
    std::unique_ptr<const InitialState> newcomer;
    std::unique_ptr<const Demography> demography;
};

}  // namespace spires
