#pragma once
// What a programme costs and what it is worth, from differences to the baseline replicate by replicate.

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// Who pays for a service.
inline constexpr std::array<std::string_view, 3> payer_names{"nhs", "council", "other"};
enum class Payer : std::size_t { nhs, council, other };
[[nodiscard]] Payer payer_of(std::string_view service) noexcept;

/// Rates a year at which later money and later health count less.
struct Discounting {
    std::string_view name;
    double costs, health;
};
/// None; the Green Book's 3.5 % for costs beside 1.5 % for health; NICE's 3.5 % for both.
inline constexpr std::array<Discounting, 3> discountings{{{"none", 0, 0}, {"green_book", 0.035, 0.015}, {"nice", 0.035, 0.035}}};

/// What a year of health may cost, pounds: 0 to 100,000 by 5,000.
inline constexpr std::size_t threshold_count = 21;
[[nodiscard]] constexpr double threshold(std::size_t i) noexcept { return 5000.0 * static_cast<double>(i); }
/// The two at which net benefit is told first (NICE's manual): 20,000 and 30,000.
inline constexpr std::array<std::size_t, 2> told_thresholds{4, 6};

/// Sum of a yearly flow in the values of the year `first`. The flow of a year stands in the middle of its
/// step, so that of `first` itself is half a year off. A year without a value adds nothing.
[[nodiscard]] double discounted(const std::vector<double>& by_year, std::size_t first, double rate);

/// Differences from the baseline by replicate and year, of the whole city: [replicate][year].
using Differences = std::vector<std::vector<double>>;

/// Where differences come from: a file that is read, or one that is being written.
struct DifferenceSource {
    std::vector<std::string> variables;
    std::function<Differences(const std::string& variable, std::size_t scenario)> of;
};

/// Sums over the years of a run by replicate, in pounds and years.
struct Appraisal {
    std::vector<double> programme_cost;
    std::array<std::vector<double>, payer_names.size()> avoided;  ///< costs of services not needed, by payer
    std::vector<double> net_cost;                                ///< programme cost less costs avoided
    std::vector<double> healthy_life_years, qalys;               ///< gained; `qalys` empty where none are counted
    /// The health a pound is set against: quality-adjusted years where counted, years in good health otherwise.
    [[nodiscard]] const std::vector<double>& health() const noexcept { return qalys.empty() ? healthy_life_years : qalys; }
    /// Health at `pounds` a year less net cost, by replicate.
    [[nodiscard]] std::vector<double> net_benefit(double pounds) const;
};

/// Whether the variables a scenario is appraised by are there.
[[nodiscard]] bool can_appraise(const DifferenceSource& source);
/// Discounted to the first year in which the programmes cost anything (or else the first of the run).
[[nodiscard]] Appraisal appraise(const DifferenceSource& source, std::size_t scenario, const Discounting& discounting);

}  // namespace spires
