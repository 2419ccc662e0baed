#include "foundations.hpp"

#include <tbb/parallel_invoke.h>

#include <optional>

namespace spires {

namespace {

/// Replicate number of the draws that give the base its state: beyond any replicate of a run.
constexpr std::uint32_t base_replicate = 0xffffffffU;

Inputs read_inputs(const std::filesystem::path& folder, const std::vector<std::pair<std::string, double>>& settings, const std::filesystem::path& localities) {
    Inputs inputs = Inputs::read(folder, localities);
    for (const auto& [name, value] : settings) inputs.parameters.set(name, value);
    inputs.mortality.keep_of_trend(inputs.parameters["mortality_trend_share"], inputs.base_year);
    return inputs;
}

/// N cities side by side for load tests: copies with ids of their own.
void copy_city(Population& base, std::size_t copies) {
    const std::size_t blocks = base.blocks.size(), people = base.people();
    for (std::size_t copy = 1; copy < copies; ++copy)
        for (std::size_t b = 0; b < blocks; ++b) {
            Block block = base.blocks[b];
            for (auto& id : block.people.id) id += copy * people;
            for (auto& id : block.households.id) id += copy * people;
            base.blocks.push_back(std::move(block));
        }
}

MigrationTable times(MigrationTable table, double copies) {
    for (auto* rates : {&table.net, &table.inflow, &table.outflow})
        for (auto& by_age : *rates)
            for (auto& persons : by_age) persons *= copies;
    return table;
}

std::unique_ptr<const Demography> solve_demography(const Inputs& inputs, const Population& base, std::size_t copies) {
    const auto& places = inputs.places;
    const int year = inputs.base_year;
    auto migration = times(MigrationTable::read(inputs.folder), static_cast<double>(copies));
    auto wards = MigrationWards::read(inputs.folder, places);
    auto moves = MoveRates::read(inputs.folder);
    auto households = HouseholdRates::read(inputs.folder, inputs.parameters);
    const auto stock = read_tenure_stock(inputs.folder, places);
    auto fertility = Fertility::read(inputs.folder);

    const FertilityRatios ratios{inputs.parameters["partnered_fertility_ratio"], inputs.parameters["student_fertility_ratio"]};
    const MoveDecay decay{households.shares.move_distance_decay, households.shares.move_deprivation_decay};
    const double with_parents = households.shares.emigrate_from_parents_ratio;
    HouseholdProfile profile;
    std::vector<double> leavers;
    std::optional<DepartureChances> departures;
    std::optional<Destinations> destinations;
    std::optional<CareHomeEntries> care_homes;
    FertilityNormaliser normaliser;
    // What hangs together is solved in order, the rest beside it.
    tbb::parallel_invoke(
        [&] {
            departures = calibrate_departures(base, places, migration, wards, with_parents, year);
            leavers = expected_leavers(base, places, *departures, year);
        },
        [&] {
            profile = profile_households(base, moves, with_parents, year);
            destinations.emplace(places, expected_movers(base, places, moves, year), profile, decay);
        },
        [&] {
            care_homes = CareHomeEntries::solve(base, places.size(), year);
            normaliser = normalise_fertility(base, ratios, year);
        });
    ArrivalPlaces arrivals({places, migration, wards, stock, profile, households.shares}, base, leavers);
    return std::make_unique<const Demography>(Demography{std::move(fertility), std::move(migration), std::move(wards), std::move(moves), households, std::move(*departures),
                                                         std::move(*destinations), std::move(arrivals), std::move(*care_homes), ratios, normaliser});
}

}  // namespace

Foundations::Foundations(const std::filesystem::path& folder, std::uint64_t seed, int last, const std::vector<std::pair<std::string, double>>& settings,
                         std::size_t number_of_copies, const std::filesystem::path& localities)
    : inputs(read_inputs(folder, settings, localities)), prices(Prices::read(folder)), levers(inputs.health.condition_names(), inputs.health.service_names(), inputs.health.screening_names()),
      last_year(last), copies(number_of_copies) {
    auto synthesis = synthesise(folder, inputs.places, seed, inputs.base_year);
    base = std::move(synthesis.population);
    base.seed = seed;
    fit = std::move(synthesis.fit);
    copy_city(base, copies);
    for (auto& service : inputs.health.services) service.total *= static_cast<double>(copies);
    inputs.parameters.set("temporary_accommodation_households", inputs.parameters["temporary_accommodation_households"] * static_cast<double>(copies));
    auto central = ParameterDraw::central();
    central_risks = std::make_unique<const RiskModel>(inputs.health, inputs.parameters, central);
    auto state = std::make_unique<InitialState>(inputs, *central_risks);
    state->initialise(base, {seed, base_replicate});
    newcomer = std::move(state);
    demography = solve_demography(inputs, base, copies);
}

}  // namespace spires
