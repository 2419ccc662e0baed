#pragma once
// The city's own tables, and one population drawn from them for all tests of a program.

#include "population/synthesis.hpp"

#include <filesystem>

namespace spires::city {

inline constexpr int base_year = 2022;

[[nodiscard]] std::filesystem::path inputs();
[[nodiscard]] const Places& places();
/// Drawn with seed 1 on first use.
[[nodiscard]] const Synthesis& synthesis();

}  // namespace spires::city
