#pragma once
// What a scenario assumes of the city as a whole: trends and shocks by year and factor.

#include "scenario/evidence.hpp"
#include "scenario/trends.hpp"

#include <string>
#include <utility>
#include <vector>

namespace spires {

class LeverOverlay;

/// A factor by year: straight lines between the years named, 1 before the first, the last one after it.
class FactorPath {
public:
    explicit FactorPath(std::vector<std::pair<int, double>> points) : points_(std::move(points)) {}
    [[nodiscard]] double at(int year) const noexcept;
    [[nodiscard]] const std::vector<std::pair<int, double>>& points() const noexcept { return points_; }

private:
    std::vector<std::pair<int, double>> points_;  ///< (year, factor), years ascending; never empty
};

/// One quantity that is not as in the baseline: a trend, or a lever for everybody.
struct Assumption {
    std::string name;
    bool of_trend = false;
    std::size_t index = 0;  ///< into the trends, or into the lever table
    FactorPath factor;
    Evidence evidence;
};

class Assumptions {
public:
    [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
    [[nodiscard]] const std::vector<Assumption>& all() const noexcept { return all_; }
    [[nodiscard]] const Assumption* find(const std::string& name) const noexcept;
    void add(Assumption assumption) { all_.push_back(std::move(assumption)); }
    /// Takes over those of `base` that are not set here.
    void start_from(const Assumptions& base);

    [[nodiscard]] TrendFactors trends_of(int year) const;
    /// Moves levers for everybody whom `overlay` knows.
    void move_levers(int year, LeverOverlay& overlay) const;
    /// The `[assumptions]` table of a scenario file that says the same.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Assumption> all_;
};

}  // namespace spires
