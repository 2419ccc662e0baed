#pragma once
// Where people live: LSOAs in wards, with their deprivation.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spires {

struct Ward {
    std::string code, name, constituency;
    double easting = 0, northing = 0;
};

/// Of a place that no locality holds.
inline constexpr std::int16_t nowhere = -1;

struct Place {
    std::string code, name;
    std::uint16_t ward = 0;      ///< index into wards
    std::uint8_t decile = 0;     ///< 0 = most deprived national tenth
    std::uint8_t tenth = 0;      ///< of the city's own people by deprivation, 0 = most deprived
    std::int16_t locality = nowhere;  ///< index into localities
    std::uint16_t cell = 0;      ///< index into cells
    int imd_rank = 0;            ///< 1 = most deprived in England
    double loneliness_rank = 0;  ///< in the city, 0 least to 1 most
    double residents = 0;        ///< Census 2021
};

/// A set of places that count alike: the place axis of tallies. One for each ward × national decile ×
/// tenth of the city × locality that exists.
struct Cell {
    std::uint16_t ward = 0;
    std::uint8_t decile = 0;
    std::uint8_t tenth = 0;
    std::int16_t locality = nowhere;
    [[nodiscard]] auto operator<=>(const Cell&) const = default;
};

struct Places {
    std::string city_code, city_name;
    std::vector<Ward> wards;
    std::vector<Place> places;
    std::vector<std::string> localities;  ///< names, in order; none unless the user groups places
    std::vector<Cell> cells;
    // Again by place, close together for the yearly step.
    std::vector<std::uint8_t> decile_of;
    std::vector<std::uint16_t> cell_of;
    std::vector<std::int32_t> decile_column, cell_column;  ///< the same, for kernels

    /// Fills the columns from `places`.
    void lay_out();
    [[nodiscard]] std::size_t size() const noexcept { return places.size(); }
};

/// Reads `city.csv`, `wards.csv` and `places.csv`; wards in order of code, places in order of code. Places
/// stand in the localities of the file `localities` or, without one, of `localities.csv` where there is one.
[[nodiscard]] Places read_places(const std::filesystem::path& inputs, const std::filesystem::path& localities = {});

}  // namespace spires
