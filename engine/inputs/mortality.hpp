#pragma once
// Total mortality of the city: hazard by sex, single age, decile and step.

#include "core/axes.hpp"
#include "inputs/parameters.hpp"

#include <filesystem>
#include <vector>

namespace spires {

/// m = UK rate(age, sex, year) × decile ratio(age, sex, decile) × level(sex, year) · exp(slope · (age − 65)/10).
class Mortality {
public:
    static Mortality read(const std::filesystem::path& inputs);
    /// Deaths per person-year; years outside the table take its first or last.
    [[nodiscard]] double rate(Sex sex, int age, std::size_t decile, int year) const noexcept {
        return rates_[((row_of(year) * sexes + static_cast<std::size_t>(sex)) * deciles + decile) * ages + age_row(age)];
    }
    /// Keeps so much of the trend after `base` (on the logarithm): 0 holds rates where they stood, 1 changes nothing.
    void keep_of_trend(double share, int base);
    [[nodiscard]] int first_year() const noexcept { return first_year_; }

private:
    [[nodiscard]] std::size_t row_of(int year) const noexcept;
    int first_year_ = 0;
    std::size_t years_ = 0;
    std::vector<double> rates_;  ///< [year][sex][decile][age]
};

}  // namespace spires
