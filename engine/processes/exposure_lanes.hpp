#pragma once
// The yearly drift of a continuous exposure and of loneliness, many people at a time.

#include "core/random.hpp"
#include "population/columns.hpp"

#include <cstdint>

namespace spires {

/// Columns and tables of one continuous exposure in one step.
struct ExposureColumns {
    float persistence = 1, innovation = 0, lag_share = 1, unit = 1;
    const float* quantiles;                 ///< [sex][age][decile][13 nodes]
    const float* added = nullptr;           ///< by programmes, in the exposure's own unit
    Score* score;
    std::uint16_t* now;
    std::uint16_t* lagged;
};
/// The two that drift together.
struct ExposuresColumns {
    RowLuck luck;                           ///< two words of the innovation of each
    float shared = 0, own = 1;              ///< weights of the first one's innovation and its own in the second's: own² + shared² = 1
    const std::int32_t* age;                ///< at the start of the step
    const std::int32_t* sex_age_next;
    const std::int32_t* decile;
    ExposureColumns activity, body_mass_index;
};
void drift(const ExposuresColumns& columns, std::size_t rows);

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
