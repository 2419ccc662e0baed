#pragma once
// Synthesis: drawing a starting population of people in households whose margins match published tables.

#include "inputs/places.hpp"
#include "population/population.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// How near the people drawn come to one margin. Margins of the census are first rescaled to mid-2022: each ward's
/// (or constituency's) people or households add up to those of the base.
struct MarginFit {
    std::string margin;
    std::string counted;                      ///< "person" or "household"
    std::string standing;                     ///< "published" or "assumed"
    double total_absolute_error_share = 0;    ///< sum of |realised - target| over the total
    std::size_t categories = 0;               ///< cells
    double total = 0;                         ///< people or households counted
    std::vector<std::string> cells;           ///< labels, parts separated by " | "
    std::vector<double> target, realised;     ///< by cell
};

struct Synthesis {
    Population population;
    std::vector<MarginFit> fit;
    std::vector<std::string> accommodation_names, occupancy_names;  ///< what the household columns index
};

/// Draws the residents of mid-`base_year` from the tables in `inputs`: ward × sex × age exact, every place margin
/// nearest to its rescaled counts. The result depends on tables and seed alone, never on threads.
/// Errors: missing table (66), malformed or inconsistent table (65).
[[nodiscard]] Synthesis synthesise(const std::filesystem::path& inputs, const Places& places, std::uint64_t seed, int base_year);

}  // namespace spires
