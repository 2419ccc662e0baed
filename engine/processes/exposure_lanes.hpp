#pragma once
// The yearly drift of a continuous exposure and of loneliness, many people at a time.

#include "population/columns.hpp"

#include <cstdint>

namespace spires {

/// Columns and tables of one continuous exposure in one step.
struct ExposureColumns {
    const std::uint32_t* noise[2];          ///< two words of its own innovation
    const std::uint32_t* shared_noise[2];   ///< of the exposure it is correlated with
    float shared = 0, own = 1;              ///< weights of the two: own² + shared² = 1
    float persistence = 1, innovation = 0, lag_share = 1, unit = 1;
    const std::int32_t* age;                ///< at the start of the step
    const std::int32_t* sex_age_next;
    const std::int32_t* decile;
    const float* quantiles;                 ///< [sex][age][decile][13 nodes]
    const float* added = nullptr;           ///< by programmes, in the exposure's own unit
    Score* score;
    std::uint16_t* now;
    std::uint16_t* lagged;
};
void drift(const ExposureColumns& columns, std::size_t rows);

struct LonelinessColumns {
    const std::uint32_t* noise[2];
    float persistence = 1, innovation = 0;
    const std::int32_t* age;
    const std::int32_t* sex_age_next;
    const std::uint16_t* place;
    const std::int32_t* threshold;          ///< [place][sex][age], in units of the score
    Score* score;
    std::uint8_t* lonely;
};
void drift(const LonelinessColumns& columns, std::size_t rows);

}  // namespace spires
