#pragma once
// Who decides to leave the city, many people at a time.

#include "core/random.hpp"
#include "population/columns.hpp"

#include <cstddef>
#include <cstdint>

namespace spires {

struct DepartureColumns {
    const PersonColumns& people;
    RowLuck luck;
    const std::int32_t* ward_of;     ///< [place]
    std::int32_t wards = 0;
    const std::uint32_t* below;      ///< [kind of leaver][ward][sex][age]: a word below it leaves
};
/// Writes the rows of those whose luck has them leave, whether they decide for themselves or not, into `drawn`
/// (room for all rows); returns how many.
std::size_t find_leavers(const DepartureColumns& columns, std::uint32_t* drawn);

}  // namespace spires
