#pragma once
// Where people live: LSOAs in wards, with their deprivation.

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

struct Place {
    std::string code, name;
    std::uint16_t ward = 0;      ///< index into wards
    std::uint8_t decile = 0;     ///< 0 = most deprived national tenth
    std::uint16_t cell = 0;      ///< index into cells
    int imd_rank = 0;            ///< 1 = most deprived in England
    double loneliness_rank = 0;  ///< in the city, 0 least to 1 most
    double residents = 0;        ///< Census 2021
};

/// A ward × decile pair that exists: the place axis of tallies.
struct Cell {
    std::uint16_t ward = 0;
    std::uint8_t decile = 0;
};

struct Places {
    std::string city_code, city_name;
    std::vector<Ward> wards;
    std::vector<Place> places;
    std::vector<Cell> cells;
    // Again by place, close together for the yearly step.
    std::vector<std::uint8_t> decile_of;
    std::vector<std::uint16_t> cell_of;
    std::vector<std::int32_t> decile_column, cell_column;  ///< the same, for kernels

    /// Fills the columns from `places`.
    void lay_out();
    [[nodiscard]] std::size_t size() const noexcept { return places.size(); }
};

/// Reads `city.csv`, `wards.csv` and `places.csv`; wards in order of code, places in order of code.
[[nodiscard]] Places read_places(const std::filesystem::path& inputs);

}  // namespace spires
