#pragma once
// What moves for the whole city at once: only assumptions of a scenario reach it, no programme does.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace spires {

enum class Trend : std::size_t { fertility, mortality, net_migration, household_income, housing_costs, fuel_costs, count_ };
inline constexpr std::size_t trend_kinds = static_cast<std::size_t>(Trend::count_);

struct TrendLine {
    std::string_view name, description;
    double low = 0.05, high = 20;  ///< range of its factor
};

/// One line a trend, in the order of the enumeration.
inline constexpr std::array<TrendLine, trend_kinds> trend_lines{{
    {"fertility", "birth rates of all ages"},
    {"mortality", "death rates from all causes, of infants too"},
    {"net_migration", "arrivals less departures, by age and sex", -5, 20},
    {"household_income", "incomes of households after tax and benefits, in prices of the base year"},
    {"housing_costs", "rents and mortgages, against incomes"},
    {"fuel_costs", "what warm homes cost, against incomes"},
}};

/// The factor of each trend in one year; 1 is as in the baseline.
class TrendFactors {
public:
    constexpr TrendFactors() { factors_.fill(1.0); }
    [[nodiscard]] constexpr double operator[](Trend trend) const noexcept { return factors_[static_cast<std::size_t>(trend)]; }
    constexpr void set(std::size_t trend, double factor) noexcept { factors_[trend] = factor; }

private:
    std::array<double, trend_kinds> factors_{};
};

}  // namespace spires
