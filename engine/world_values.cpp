#include "world_values.hpp"

#include <algorithm>
#include <limits>

namespace spires {

WorldValues::WorldValues(const std::vector<Indicator>& indicators, const ResultsAxes& axes) : indicators_(indicators), years_(axes.years.size()), areas_(axes.areas.size()) {
    for (const auto& indicator : indicators) values_.emplace_back(axes.cells(indicator.variable), std::numeric_limits<double>::quiet_NaN());
}

void WorldValues::fill(std::size_t year, const AreaTallies& areas) {
    for (std::size_t v = 0; v < indicators_.size(); ++v) {
        const auto& indicator = indicators_[v];
        if (indicator.of_series) continue;
        const bool of_city = indicator.variable.city_only;
        const std::size_t places = of_city ? 1 : areas.areas();
        for (std::size_t a = 0; a < places; ++a)
            for (std::size_t s = 0; s < sex_groups; ++s)
                values_[v][(year * places + a) * sex_groups + s] =
                    of_city ? indicator.of_city(areas, static_cast<SexGroup>(s)) : indicator.of_area(areas.area(a), static_cast<SexGroup>(s));
    }
}

void WorldValues::finish(const Parameters& parameters) {
    for (std::size_t v = 0; v < indicators_.size(); ++v) {
        if (!indicators_[v].of_series) continue;
        for (std::size_t at = 0; at < areas_ * sex_groups; ++at) {
            const auto series = indicators_[v].of_series([&](const std::string& name) { return years_of(name, at); }, parameters);
            for (std::size_t year = 0; year < years_; ++year) values_[v][year * areas_ * sex_groups + at] = series[year];
        }
    }
}

std::vector<double> WorldValues::years_of(const std::string& name, std::size_t at) const {
    const auto found = std::ranges::find(indicators_, name, [](const Indicator& indicator) { return indicator.variable.name; });
    const auto& values = values_[static_cast<std::size_t>(found - indicators_.begin())];
    std::vector<double> years;
    for (std::size_t year = 0; year < years_; ++year) years.push_back(values[year * areas_ * sex_groups + at]);
    return years;
}

}  // namespace spires
