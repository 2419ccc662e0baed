#pragma once
// Writing a starting population with its fit: plain HDF5 that is valid netCDF-4.

#include "inputs/places.hpp"
#include "population/synthesis.hpp"

#include <cstdint>
#include <filesystem>

namespace spires {

/// Groups `people` and `households` (a dataset a column, in order of id), `places`, `fit` (a margin a row) and
/// `fit/cells` (target and realised count of each cell). The same population gives the same bytes. Written whole or
/// not at all. Errors: UserError 73, 74.
void write_population(const std::filesystem::path& file, const Synthesis& synthesis, const Places& places,
                      std::uint64_t seed, int base_year);

}  // namespace spires
