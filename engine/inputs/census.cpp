#include "inputs/census.hpp"

#include "core/each_once.hpp"
#include "inputs/age_bands.hpp"
#include "population/synthesis/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace spires {

namespace {

constexpr double most_people = 1e7;

std::vector<std::string> ward_codes(const Places& places) {
    std::vector<std::string> codes;
    for (const auto& ward : places.wards) codes.push_back(ward.code);
    return codes;
}

std::vector<std::string> place_codes(const Places& places) {
    std::vector<std::string> codes;
    for (const auto& place : places.places) codes.push_back(place.code);
    return codes;
}

/// Finds a code in a sorted list; the table's own error when it is not there.
std::size_t find_code(const Table& table, std::size_t row, std::string_view column,
                      const std::vector<std::string>& codes) {
    const auto found = std::ranges::lower_bound(codes, table.text(row, column));
    if (found != codes.end() && *found == table.text(row, column))
        return static_cast<std::size_t>(found - codes.begin());
    return table.word(row, column, codes);
}

template <std::size_t N>
std::vector<std::string> words(const std::array<std::string_view, N>& names) {
    return {names.begin(), names.end()};
}

/// Category words of a column in alphabetical order.
std::vector<std::string> words_of(const Table& table, std::string_view column) {
    std::set<std::string> found;
    for (std::size_t row = 0; row < table.rows(); ++row) found.emplace(table.text(row, column));
    return {found.begin(), found.end()};
}

PlaceMargin read_margin(const std::filesystem::path& inputs, const Places& places,
                        const std::string& name, std::string_view column, std::string_view counted,
                        std::vector<std::string> categories = {}) {
    const Table table = Table::read(inputs / (name + ".csv"), {"place", column, counted});
    PlaceMargin margin;
    margin.name = name;
    margin.names = categories.empty() ? words_of(table, column) : std::move(categories);
    margin.counts.assign(places.size(), std::vector<double>(margin.names.size(), 0.0));
    const auto codes = place_codes(places);
    for (std::size_t row = 0; row < table.rows(); ++row)
        margin
            .counts[find_code(table, row, "place", codes)][table.word(row, column, margin.names)] +=
            table.number(row, counted, 0, most_people);
    refuse_doubled(table, {"place", column});
    for (std::size_t place = 0; place < places.size(); ++place)
        if (margin.total(place) <= 0)
            throw UserError(
                Exit::wrong_data,
                fmt::format(
                    "{}: error: place {} has no counts; every place of places.csv needs some",
                    (inputs / (name + ".csv")).string(), codes[place]));
    return margin;
}

/// Residents by ward, sex and age, with 90 and over split by `oldest_ages.csv`.
void read_residents(const std::filesystem::path& inputs, const Places& places,
                    CensusTables& census) {
    std::array<std::vector<double>, sexes> oldest{std::vector<double>(11, 0.0),
                                                  std::vector<double>(11, 0.0)};
    const Table shares = Table::read(inputs / "oldest_ages.csv", {"sex", "age", "share"});
    for (std::size_t row = 0; row < shares.rows(); ++row)
        oldest[shares.word(row, "sex", sex_names)]
              [static_cast<std::size_t>(shares.integer(row, "age", 90, oldest_age) - 90)] =
                  shares.number(row, "share", 0, 1);
    require_each_once(shares, {{"sex", sex_names}, {"age", whole_numbers(90, oldest_age)}});
    const Table table =
        Table::read(inputs / "population.csv", {"ward_code", "sex", "age", "persons"});
    const auto codes = ward_codes(places);
    census.residents.assign(places.wards.size(), {});
    std::array<std::vector<double>, sexes> carry{std::vector<double>(11, 0.0),
                                                 std::vector<double>(11, 0.0)};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto& ward = census.residents[find_code(table, row, "ward_code", codes)];
        const std::size_t sex = table.word(row, "sex", sex_names);
        const int age = table.integer(row, "age", 0, 90);
        const int persons = table.integer(row, "persons", 0, 10000000);
        if (age < 90) {
            ward[sex][age_row(age)] += persons;
            continue;
        }
        const auto split = round_with_carry(scaled_to(oldest[sex], persons), persons, carry[sex]);
        for (std::size_t i = 0; i < split.size(); ++i) ward[sex][90 + i] += split[i];
    }
    refuse_doubled(table, {"ward_code", "sex", "age"});
    refuse_missing(table, {{"ward_code", codes}, {"sex", sex_names}});
}

void read_place_residents(const std::filesystem::path& inputs, const Places& places,
                          CensusTables& census) {
    const Table table =
        Table::read(inputs / "place_population.csv", {"place", "sex", "age_from", "persons"});
    const auto codes = place_codes(places);
    census.place_residents.assign(places.size(), {});
    for (std::size_t row = 0; row < table.rows(); ++row)
        census.place_residents[find_code(table, row, "place", codes)][table.word(
            row, "sex", sex_names)][five_year_band(table.integer(row, "age_from", 0, 90))] +=
            table.number(row, "persons", 0, most_people);
    refuse_doubled(table, {"place", "sex", "age_from"});
    refuse_missing(table, {{"place", codes}, {"sex", sex_names}});
}

void read_disabled(const std::filesystem::path& inputs, CensusTables& census) {
    const Table table = Table::read(inputs / "disability_age.csv", {"sex", "age_from", "share"});
    const AgeBands bands = AgeBands::of(table);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const int first = table.integer(row, "age_from", 0, oldest_age);
        for (int age = first; age <= bands.last_age(first); ++age)
            census.disabled[table.word(row, "sex", sex_names)][age_row(age)] =
                table.number(row, "share", 0, 1);
    }
    require_each_once(table, {{"sex", sex_names}, {"age_from"}});
}

void read_living(const std::filesystem::path& inputs, CensusTables& census) {
    const Table table = Table::read(inputs / "living_arrangements.csv",
                                    {"sex", "age_from", "arrangement", "share"});
    const AgeBands bands = AgeBands::of(table);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const int first = table.integer(row, "age_from", 0, oldest_age);
        const std::size_t sex = table.word(row, "sex", sex_names),
                          arrangement = table.word(row, "arrangement", arrangement_names);
        for (int age = first; age <= bands.last_age(first); ++age)
            census.living[sex][age_row(age)][arrangement] = table.number(row, "share", 0, 1);
    }
    require_each_once(table, {{"sex", sex_names}, {"age_from"}, {"arrangement"}});
}

void read_compositions(const std::filesystem::path& inputs, const Places& places,
                       CensusTables& census) {
    std::set<std::string> names;
    for (const auto& ward : places.wards) names.insert(ward.constituency);
    census.constituencies.assign(names.begin(), names.end());
    census.composition.assign(names.size(), {});
    const Table table = Table::read(inputs / "household_composition.csv",
                                    {"constituency", "composition", "households"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        census.composition[find_code(table, row, "constituency", census.constituencies)]
                          [table.word(row, "composition", composition_names)] +=
            table.number(row, "households", 0, most_people);
    require_each_once(table, {{"constituency", census.constituencies}, {"composition", composition_names}});
    const Table sizes =
        Table::read(inputs / "household_size.csv", {"composition", "size", "share"});
    for (std::size_t row = 0; row < sizes.rows(); ++row)
        census.household_size[sizes.word(row, "composition", composition_names)]
                             [static_cast<std::size_t>(
                                 sizes.integer(row, "size", 1, largest_household) - 1)] =
            sizes.number(row, "share", 0, 1);
    refuse_doubled(sizes, {"composition", "size"});
    refuse_missing(sizes, {{"composition", composition_names}});
}

void read_communal(const std::filesystem::path& inputs, const Places& places,
                   CensusTables& census) {
    const Table table =
        Table::read(inputs / "communal.csv", {"ward_code", "kind", "sex", "age_from", "persons"});
    const AgeBands bands = AgeBands::of(table);
    const auto codes = ward_codes(places);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        CommunalResidents residents;
        residents.ward = static_cast<std::uint16_t>(find_code(table, row, "ward_code", codes));
        residents.kind = static_cast<HouseholdKind>(table.word(row, "kind", household_kind_names));
        if (residents.kind == HouseholdKind::private_household)
            table.fail(row, "kind", "a private household is not communal");
        residents.sex = static_cast<Sex>(table.word(row, "sex", sex_names));
        residents.age_from = table.integer(row, "age_from", 0, oldest_age);
        residents.age_to = bands.last_age(residents.age_from);
        residents.persons = table.number(row, "persons", 0, most_people);
        census.communal.push_back(residents);
    }
    refuse_doubled(table, {"ward_code", "kind", "sex", "age_from"});
}

void read_students(const std::filesystem::path& inputs, const Places& places,
                   CensusTables& census) {
    const Table table = Table::read(inputs / "students.csv", {"ward_code", "share"});
    const auto codes = ward_codes(places);
    census.students.assign(places.wards.size(), 0.0);
    for (std::size_t row = 0; row < table.rows(); ++row)
        census.students[find_code(table, row, "ward_code", codes)] =
            table.number(row, "share", 0, 1);
    require_each_once(table, {{"ward_code", codes}});
}

}  // namespace

double PlaceMargin::total(std::size_t place) const {
    return std::accumulate(counts[place].begin(), counts[place].end(), 0.0);
}

std::size_t CensusTables::constituency_of(const Places& places, std::size_t place) const {
    const auto& name = places.wards[places.places[place].ward].constituency;
    return static_cast<std::size_t>(std::ranges::lower_bound(constituencies, name) -
                                    constituencies.begin());
}

CensusTables read_census(const std::filesystem::path& inputs, const Places& places) {
    CensusTables census;
    read_residents(inputs, places, census);
    read_place_residents(inputs, places, census);
    read_disabled(inputs, census);
    census.ethnic_group = read_margin(inputs, places, "ethnic_group", "ethnic_group", "persons",
                                      words(ethnic_group_names));
    census.disability = read_margin(inputs, places, "disability", "disability", "persons",
                                    {"not_disabled", "disabled"});
    census.tenure =
        read_margin(inputs, places, "tenure", "tenure", "households", words(tenure_names));
    census.accommodation =
        read_margin(inputs, places, "accommodation", "accommodation", "households");
    census.occupancy = read_margin(
        inputs, places, "occupancy", "occupancy", "households",
        {"two_or_more_spare", "one_spare", "none_spare", "one_short", "two_or_more_short"});
    census.household_deprivation =
        read_margin(inputs, places, "household_deprivation", "dimensions", "households");
    read_compositions(inputs, places, census);
    read_living(inputs, census);
    read_communal(inputs, places, census);
    read_students(inputs, places, census);
    return census;
}

}  // namespace spires
