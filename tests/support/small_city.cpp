#include "support/small_city.hpp"

#include "core/maths.hpp"
#include "population/households.hpp"
#include "processes/leaving_home.hpp"
#include "processes/moves.hpp"
#include "processes/partnerships.hpp"
#include "processes/separations.hpp"

#include <array>
#include <ctime>
#include <numeric>

namespace spires::testing {

namespace {

class PlainDeaths final : public Process {
public:
    PlainDeaths(const Places& places, DeathHazard hazard) : places_(places), hazard_(std::move(hazard)) {}
    void advance(Step& step) const override {
        auto& people = step.block.people;
        for (std::size_t row = 0; row < people.size(); ++row) {
            const int age = people.age(row, step.year);
            const auto& place = places_.places[people.place[row]];
            const double chance = one_minus_exp_minus(hazard_(people.sex[row], age, place.decile, step.year) * time_share(people.presence[row]));
            if (!happens(draw(step.key, people.id[row], step.year, Purpose::death)[0], chance)) continue;
            if ((people.presence[row] & leaving) != 0) continue;  // who leaves is counted as leaving
            people.presence[row] |= dead;
            step.tallies.add(place.cell, people.sex[row], age, Count::deaths, 1);
        }
    }

private:
    const Places& places_;
    DeathHazard hazard_;
};

Places invented_places() {
    Places places;
    for (int w = 0; w < 6; ++w) {
        places.wards.push_back({"W" + std::to_string(w), "Ward", "City", 1000.0 * w, 500.0 * (w % 2)});
        for (int p = 0; p < 2; ++p) {
            Place place;
            place.code = "P" + std::to_string(2 * w + p);
            place.ward = static_cast<std::uint16_t>(w);
            place.decile = static_cast<std::uint8_t>((3 * w + p) % 10);
            place.cell = static_cast<std::uint16_t>(places.places.size());
            places.cells.push_back({place.ward, place.decile});
            places.places.push_back(place);
        }
    }
    places.lay_out();
    return places;
}

/// Net migration that keeps the ages of students as they are, and enough leavers to allow it.
void invent_migration(Tables& tables, const AgeCounts& people) {
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (int age = 0; age <= oldest_age; ++age) {
            const auto a = age_row(age);
            const double residents = static_cast<double>(people[sex][a]);
            const double rate = age < 18 ? 0.03 : age < 21 ? 0.08 : age < 26 ? 0.18 : age < 40 ? 0.1 : 0.02;
            const double net = age >= 17 && age < 25 ? static_cast<double>(people[sex][a + 1]) - residents : 0.001 * residents;
            tables.migration.net[sex][a] = net;
            tables.migration.outflow[sex][a] = std::max(rate * residents, 0.05 * residents - net);
            tables.migration.inflow[sex][a] = net + tables.migration.outflow[sex][a];
        }
}

void invent_rates(Tables& tables) {
    tables.households.shares = HouseholdShares::of(Parameters::read(std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry"));
    for (int age = 15; age < 45; ++age) tables.fertility.rate[age_row(age)] = 0.11 * exponential(-(age - 30.0) * (age - 30.0) / 60.0);
    tables.fertility.first_year = base_year;
    tables.fertility.trend = {1.0, 0.98, 0.97};
    for (auto& by_age : tables.moves.rate)
        for (std::size_t age = 16; age < ages; ++age) by_age[age] = age < 35 ? 0.2 : 0.05;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 16; age < ages; ++age) {
            tables.households.leave_home[sex][age] = age < 40 ? 0.08 : 0.02;
            tables.households.partnership[sex][age] = age < 22 ? 0.04 : age < 40 ? 0.1 : age < 60 ? 0.03 : 0.003;
            tables.households.separation[sex][age] = age < 45 ? 0.03 : 0.01;
        }
}

}  // namespace

double plain_hazard(Sex, int age, std::size_t, int) { return 0.00003 * exponential(0.1 * age); }

void PlainNewcomer::draw_social(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
    const int age = people.age(row, year);
    const auto luck = draw(key, people.id[row], year, Purpose::initial_state);
    people.ethnic_group[row] = static_cast<EthnicGroup>(luck[1] % 5);
    people.economic_status[row] = age < 16 ? EconomicStatus::child
        : age < 22 && luck[0] < 0x80000000U ? EconomicStatus::education
        : age < 66 ? EconomicStatus::employed : EconomicStatus::retired;
}

AgeCounts invented_ages(double people) {
    std::array<double, ages> shape{};
    for (int age = 0; age <= oldest_age; ++age)
        shape[age_row(age)] = (age < 60 ? 1.0 : std::max(0.0, 1.0 - (age - 60) / 40.0)) * (age >= 19 && age < 22 ? 2.0 : 1.0);
    const double total = std::accumulate(shape.begin(), shape.end(), 0.0);
    AgeCounts counts{};
    for (auto& by_age : counts)
        for (std::size_t age = 0; age < ages; ++age) by_age[age] = static_cast<std::int64_t>(people / 2 * shape[age] / total + 0.5);
    return counts;
}

Tables invented_tables(double people) {
    Tables tables;
    tables.places = invented_places();
    for (std::size_t group = 0; group < 2; ++group) {
        tables.wards.arrival_share[group] = group == 0 ? std::vector<double>{0.6, 0.3, 0.1, 0, 0, 0} : std::vector<double>(6, 1.0 / 6);
        tables.wards.departure_ratio[group] = group == 0 ? std::vector<double>{1.1, 1, 1, 0.8, 0.8, 0.8} : std::vector<double>{1.2, 1, 1, 1, 0.9, 0.9};
    }
    for (std::size_t p = 0; p < tables.places.size(); ++p)
        tables.stock.push_back({30.0 + static_cast<double>(p), 40, 2, 20, 30.0 - static_cast<double>(p), 1});
    invent_migration(tables, invented_ages(people));
    invent_rates(tables);
    return tables;
}

namespace {

/// So many residents of halls in the first two places that arriving students find one in three.
Population full_halls(const MigrationTable& migration, const HouseholdShares& shares) {
    double students = 0;
    for (const auto& by_age : migration.inflow)
        for (int age = 17; age < 25; ++age) students += by_age[age_row(age)] * shares.student_share_of_arrivals(age);
    Population halls;
    auto& block = halls.blocks.emplace_back();
    for (std::uint16_t place = 0; place < 2; ++place)
        open_household(block.households, place, HouseholdKind::student_hall, place, Tenure::rent_free);
    for (int k = 0; k < static_cast<int>(students * 0.33 / 0.73); ++k)
        join_household(block, block.people.append(), static_cast<std::uint32_t>(k % 2), Role::resident);
    return halls;
}

double people_of(const AgeCounts& people) {
    std::int64_t total = 0;
    for (const auto& by_age : people) total = std::accumulate(by_age.begin(), by_age.end(), total);
    return static_cast<double>(total);
}

/// Half of all adults in couples, half of the others alone, in all tenures alike.
HouseholdProfile couples_and_singles() {
    HouseholdProfile profile;
    profile.partnered.fill(0.5);
    profile.heads_alone.fill(0.5);
    for (auto& households : profile.households) households.fill(1.0);
    return profile;
}

/// Plain numbers for ids, tenures by the age of who heads the household.
void number_people(Population& population) {
    std::uint64_t person = 0, household = 0;
    for (auto& block : population.blocks) {
        for (auto& id : block.people.id) id = base_id(person++);
        for (auto& id : block.households.id) id = household++;
        for (std::size_t row = 0; row < block.people.size(); ++row)
            if (block.people.role[row] == Role::reference && block.people.age(row, base_year) >= 60)
                block.households.tenure[block.people.household[row]] = Tenure::owned_outright;
    }
}

}  // namespace

/// Everybody "arrives" in the year before the base: the households of arrivals are those of the city.
Population invented_population(const Tables& tables, const AgeCounts& people, std::size_t blocks, const RandomKey& key) {
    const PlainNewcomer newcomer;
    Population population;
    population.blocks.resize(blocks);
    const HouseholdProfile profile = couples_and_singles();
    const ArrivalPlaces where({tables.places, tables.migration, tables.wards, tables.stock, profile, tables.households.shares}, full_halls(tables.migration, tables.households.shares),
                              std::vector<double>(tables.places.wards.size(), people_of(people) / 6.0));
    const Arrivals arrivals(tables.places, where, newcomer);
    const Compaction compaction(tables.places);
    const CityYear city{people};
    const LeverOverlay no_levers;
    AgeCounts departures{};
    TallySheet sheet({}, tables.places.cells.size());
    for (std::size_t b = 0; b < blocks; ++b) {
        Step step{population.blocks[b], b, blocks, base_year, base_year, key, city, no_levers, sheet, departures};
        arrivals.advance(step);
        meet_alone(compaction, population.blocks[b], b, {key, base_year - 1, base_year});  // the base is the stock after that step
    }
    number_people(population);
    return population;
}

void meet_alone(const Encounter& encounter, Block& block, std::size_t index, const Moment& now) {
    const std::array start{baseline_only};
    SharedSets shared;
    BranchedBlock alone(index, start, {}, shared);
    alone[0].block = std::move(block);
    encounter.advance(alone, now);
    block = std::move(alone[0].block);
}

SmallCity::SmallCity(double people, std::size_t blocks, RandomKey random_key)
    : SmallCity(invented_tables(people), invented_population(invented_tables(people), invented_ages(people), blocks, random_key), random_key) {}

SmallCity::SmallCity(Tables with_tables, Population base, RandomKey random_key, DeathHazard hazard)
    : tables(std::move(with_tables)), population(std::move(base)), key(random_key) {
    movers_ = expected_movers(population, tables.places, tables.moves, base_year);
    const auto& shares = tables.households.shares;
    profile_ = profile_households(population, tables.moves, shares.emigrate_from_parents_ratio, base_year);
    destinations_ = std::make_unique<Destinations>(tables.places, movers_, profile_, shares.move_distance_decay);
    const auto chances = calibrate_departures(population, tables.places, tables.migration, tables.wards, shares.emigrate_from_parents_ratio, base_year);
    where_ = std::make_unique<ArrivalPlaces>(ArrivalPlaces::Tables{tables.places, tables.migration, tables.wards, tables.stock, profile_, shares},
                                             population, expected_leavers(population, tables.places, chances, base_year));
    const FertilityRatios ratios;
    std::vector<std::array<std::array<double, deciles>, sexes>> infants(1);
    for (auto& by_decile : infants[0]) by_decile.fill(0.004);

    const auto add = [&](auto process) { processes_.push_back(std::move(process)); };
    add(std::make_unique<Departures>(tables.places, chances));
    add(std::make_unique<Arrivals>(tables.places, *where_, newcomer_));
    add(std::make_unique<PlainDeaths>(tables.places, std::move(hazard)));
    add(std::make_unique<Births>(tables.places, Births::Tables{tables.fertility, ratios, normalise_fertility(population, ratios, base_year),
                                                               InfantDeaths(base_year, infants), 105.0}, newcomer_));
    add(std::make_unique<Moves>(tables.moves, *destinations_));
    add(std::make_unique<Separations>(tables.households, *destinations_));
    const auto meet = [&](auto encounter) { encounters_.push_back(std::move(encounter)); };
    meet(std::make_unique<Partnerships>(tables.households, *destinations_));
    meet(std::make_unique<LeavingHome>(tables.households, tables.wards, *destinations_));
    meet(std::make_unique<Compaction>(tables.places));
    nanoseconds.assign(processes_.size() + encounters_.size(), 0.0);
    sheets_.assign(population.blocks.size(), TallySheet({}, tables.places.cells.size()));
}

void SmallCity::run(std::size_t process, std::size_t b) {
    const std::clock_t start = std::clock();
    Step step{population.blocks[b], b, population.blocks.size(), year, base_year, key, city, no_levers_, sheets_[b], departures};
    if (process < processes_.size()) processes_[process]->advance(step);
    else meet_alone(*encounters_[process - processes_.size()], population.blocks[b], b, {key, year, base_year});
    nanoseconds[process] += 1e9 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void SmallCity::advance(bool backwards, const CityYear* replayed) {
    departures = {};
    city = {};
    for (auto& sheet : sheets_) sheet.clear();
    const std::size_t blocks = population.blocks.size();
    const auto at = [&](std::size_t k) { return backwards ? blocks - 1 - k : k; };
    if (migration) {
        for (std::size_t k = 0; k < blocks; ++k) run(0, at(k));
        city.arrivals = replayed != nullptr ? replayed->arrivals : balance_arrivals(tables.migration, departures, carried);
    }
    for (std::size_t k = 0; k < blocks; ++k)
        for (std::size_t p = 1; p < nanoseconds.size(); ++p) run(p, at(k));
    move_status_on();
    ++year;
}

/// Status by age moves on, as education and work will have it.
void SmallCity::move_status_on() {
    for (auto& block : population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            if (block.people.economic_status[row] == EconomicStatus::education && block.people.age(row, year + 1) < 22) continue;
            const EthnicGroup group = block.people.ethnic_group[row];
            newcomer_.draw_social(block.people, row, year + 1, key);
            block.people.ethnic_group[row] = group;
        }
}

std::int64_t SmallCity::flow(std::size_t block, Count quantity) const {
    std::int64_t total = 0;
    const auto& sheet = sheets_[block];
    for (std::size_t cell = 0; cell < sheet.cells(); ++cell)
        for (const Sex sex : {Sex::female, Sex::male})
            for (std::size_t band = 0; band < life_table_bands; ++band) total += sheet.count(cell, sex, band, sheet.layout().of(quantity));
    return total;
}

std::int64_t SmallCity::flow(Count quantity) const {
    std::int64_t total = 0;
    for (std::size_t b = 0; b < sheets_.size(); ++b) total += flow(b, quantity);
    return total;
}

}  // namespace spires::testing
