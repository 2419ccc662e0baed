#include "inputs/places.hpp"

#include "core/axes.hpp"
#include "core/each_once.hpp"
#include "core/table.hpp"
#include "inputs/localities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>
#include <string_view>
#include <utility>

namespace spires {

namespace {

void read_city(const std::filesystem::path& file, Places& places) {
    const Table table = Table::read(file, {"city_code", "city"});
    if (table.rows() != 1)
        throw UserError(Exit::wrong_data, fmt::format("{}: error: {} rows; the table names one city", file.string(), table.rows()));
    places.city_code = table.text(0, "city_code");
    places.city_name = table.text(0, "city");
}

std::vector<Ward> read_wards(const std::filesystem::path& file) {
    const Table table = Table::read(file, {"ward_code", "ward", "constituency", "easting", "northing"});
    std::vector<Ward> wards;
    for (std::size_t row = 0; row < table.rows(); ++row)
        wards.push_back({std::string(table.text(row, "ward_code")), std::string(table.text(row, "ward")),
                         std::string(table.text(row, "constituency")), table.number(row, "easting"),
                         table.number(row, "northing")});
    refuse_doubled(table, {"ward_code"});
    std::ranges::sort(wards, {}, &Ward::code);
    return wards;
}

/// The tenths of the city's own residents ranked by deprivation; a place goes where its middle resident does.
void rank_tenths(Places& places) {
    std::vector<Place*> ranked;
    double residents = 0;
    for (auto& place : places.places) {
        ranked.push_back(&place);
        residents += place.residents;
    }
    std::ranges::sort(ranked, {}, [](const Place* place) { return std::pair(place->imd_rank, std::string_view(place->code)); });
    double before = 0;
    for (Place* place : ranked) {
        const double share = residents > 0 ? (before + place->residents / 2) / residents : 0.0;
        place->tenth = static_cast<std::uint8_t>(std::min(deciles - 1, static_cast<std::size_t>(share * static_cast<double>(deciles))));
        before += place->residents;
    }
}

Cell cell_of(const Place& place) { return {place.ward, place.decile, place.tenth, place.locality}; }

/// Gives each place the index of its cell, cells in order.
void number_cells(Places& places) {
    const auto all = places.places | std::views::transform(cell_of);
    const std::set<Cell> cells(all.begin(), all.end());
    places.cells.assign(cells.begin(), cells.end());
    for (auto& place : places.places)
        place.cell = static_cast<std::uint16_t>(std::ranges::lower_bound(places.cells, cell_of(place)) - places.cells.begin());
    places.lay_out();
}

}  // namespace

void Places::lay_out() {
    for (const auto& place : places) {
        decile_of.push_back(place.decile);
        cell_of.push_back(place.cell);
    }
    decile_column.assign(decile_of.begin(), decile_of.end());
    cell_column.assign(cell_of.begin(), cell_of.end());
}

Places read_places(const std::filesystem::path& inputs, const std::filesystem::path& localities) {
    Places places;
    read_city(inputs / "city.csv", places);
    places.wards = read_wards(inputs / "wards.csv");
    std::vector<std::string> codes;
    for (const auto& ward : places.wards) codes.push_back(ward.code);
    const Table table = Table::read(inputs / "places.csv",
        {"place", "place_name", "ward_code", "imd_rank", "imd_decile", "residents", "loneliness_rank"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Place place;
        place.code = table.text(row, "place");
        place.name = table.text(row, "place_name");
        place.ward = static_cast<std::uint16_t>(table.word(row, "ward_code", codes));
        place.decile = static_cast<std::uint8_t>(table.integer(row, "imd_decile", 1, 10) - 1);
        place.imd_rank = table.integer(row, "imd_rank", 1, 100000);
        place.residents = table.number(row, "residents", 0, 1e6);
        place.loneliness_rank = table.number(row, "loneliness_rank", 0, 1);
        places.places.push_back(place);
    }
    refuse_doubled(table, {"place"});
    std::ranges::sort(places.places, {}, &Place::code);
    rank_tenths(places);
    const auto own = inputs / "localities.csv";
    if (!localities.empty() || std::filesystem::exists(own)) read_localities(localities.empty() ? own : localities, places);
    number_cells(places);
    return places;
}

}  // namespace spires
