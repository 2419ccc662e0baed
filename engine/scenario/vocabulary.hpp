#pragma once
// What scenario files may name, read from the input tables.

#include "inputs/prices.hpp"
#include "inputs/sources.hpp"
#include "scenario/context.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// Owns the names; a context made from it must not outlive it.
class Vocabulary {
public:
    /// Reads wards.csv, places.csv, conditions.csv, services.csv, prices.csv and sources.toml. UserError: 66, 65.
    explicit Vocabulary(const std::filesystem::path& inputs);
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    [[nodiscard]] ScenarioContext context(int first_year, int last_year) const;

    Places places;
    std::vector<std::string> conditions, services;
    LeverTable levers;
    std::vector<Source> sources;
    Prices prices;
};

}  // namespace spires
