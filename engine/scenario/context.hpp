#pragma once
// What a scenario file may name and when: fixed before any file is read.

#include "inputs/places.hpp"
#include "scenario/levers.hpp"

#include <string>
#include <vector>

namespace spires {

struct ScenarioContext {
    const Places& places;
    const LeverTable& levers;
    const std::vector<std::string>& conditions;
    std::vector<std::string> sources;  ///< keys of sources.toml
    int first_year = 0, last_year = 0; ///< years of the run, inclusive; year y runs from mid-y to mid-y+1
    int first_price_year = 1990, last_price_year = 2060;  ///< of prices.csv
};

/// The words for wards in a file: all names, then all GSS codes, so that word i is ward i % wards.
[[nodiscard]] inline std::vector<std::string> ward_words(const Places& places) {
    std::vector<std::string> words;
    for (const auto& ward : places.wards) words.push_back(ward.name);
    for (const auto& ward : places.wards) words.push_back(ward.code);
    return words;
}

}  // namespace spires
