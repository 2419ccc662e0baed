#pragma once
// What people breathe in a year, many at a time.

#include <cstddef>
#include <cstdint>

namespace spires {

/// One pollutant in one step.
struct AirColumns {
    const std::uint16_t* place;
    const float* outdoors;           ///< [place] annual mean of the year
    const float* added = nullptr;    ///< by programmes, by row
    float lag_share = 1;             ///< of the way that the body follows in a year
    const std::uint8_t* presence;
    std::uint8_t not_counted = 0;    ///< bits of `presence` of those who are no residents of mid-year
    std::uint16_t* lagged;           ///< as the body has taken it in, 1/1024
    float* counted;                  ///< out: where the person lives, of residents; 0 of others
};
void breathe(const AirColumns& columns, std::size_t rows);

}  // namespace spires
