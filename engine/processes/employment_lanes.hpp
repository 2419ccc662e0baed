#pragma once
// Whose work or study is drawn anew in a step, many people at a time.

#include "core/random.hpp"
#include "population/categories.hpp"

#include <cstddef>
#include <cstdint>

namespace spires {

inline constexpr std::size_t status_slots = 8;  ///< entries a stratum: the statuses, padded

struct EmploymentColumns {
    RowLuck luck;            ///< first words for falling shares, second ones for turnover
    const std::int32_t* age;
    const std::int32_t* sex_age;
    const std::int32_t* decile;
    const float* falling;    ///< [sex][age][decile][status_slots]: chance of leaving because the share falls with age
    const float* turnover;   ///< [status_slots]: chance of being drawn anew without any change of shares
    int first_age = 0;
    const EconomicStatus* status;
    const std::uint8_t* presence;
    std::uint8_t arriving = 0;  ///< bit of those who come with a status
};
/// Writes the rows of those drawn anew into `changing` (room for all rows); returns how many.
std::size_t find_changes(const EmploymentColumns& columns, std::size_t rows, std::uint32_t* changing);

}  // namespace spires
