#pragma once
// What a results file holds, described once: name, unit and meaning of each variable.

#include <cstddef>
#include <string>
#include <vector>

namespace spires {

/// A published number by year, area and sex. Name, unit and text feed every output.
struct Variable {
    std::string name;         ///< kept for ever
    std::string units;        ///< UDUNITS word where one fits: "1", "years", "person", "GBP", …
    std::string long_name;
    std::string description;
    std::string direction;    ///< better is "higher", "lower", or "none"
    std::string ambition;     ///< of the strategy, or empty
    std::string source;
    bool city_only = false;   ///< has no area axis
    bool of_households = false;  ///< fill for female and male
};

struct Area {
    std::string code;  ///< E08000026, E05…, IMD01 …
    std::string name;
    std::string type;  ///< "city", "ward", "imd_decile"
};

struct ScenarioLabel {
    std::string stem, name, description, ambition;
    std::vector<std::string> pillars;
};

/// The coordinates of a results file; `scenarios[0]` is the baseline, `areas[0]` the city.
/// Sexes are always persons, female, male; statistics mean, sd, p2_5, p50, p97_5.
struct ResultsAxes {
    std::vector<ScenarioLabel> scenarios;
    std::vector<int> years;
    std::vector<Area> areas;

    /// Values a variable has in one scenario and replicate: [year][area][sex] or [year][sex].
    [[nodiscard]] std::size_t cells(const Variable& variable) const noexcept {
        return years.size() * (variable.city_only ? 1 : areas.size()) * 3;
    }
};

}  // namespace spires
