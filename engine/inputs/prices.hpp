#pragma once
// The general price level, to bring every cost to pounds of one year.

#include <filesystem>
#include <map>

namespace spires {

/// GDP deflator by year (`prices.csv`: year, index).
class Prices {
public:
    static Prices read(const std::filesystem::path& inputs);
    /// What a pound of `year` is worth in pounds of the base year; a year that is not named takes the next.
    [[nodiscard]] double to_base(int year, int base_year = 2022) const;
    [[nodiscard]] int first_year() const { return index_.begin()->first; }
    [[nodiscard]] int last_year() const { return index_.rbegin()->first; }

private:
    [[nodiscard]] double index(int year) const;
    std::map<int, double> index_;
};

}  // namespace spires
