#include "world_values.hpp"

#include <limits>

namespace spires {

WorldValues::WorldValues(const std::vector<Indicator>& indicators, const ResultsAxes& axes) : indicators_(indicators) {
    for (const auto& indicator : indicators) values_.emplace_back(axes.cells(indicator.variable), std::numeric_limits<double>::quiet_NaN());
}

void WorldValues::fill(std::size_t year, const AreaTallies& areas) {
    for (std::size_t v = 0; v < indicators_.size(); ++v) {
        const auto& indicator = indicators_[v];
        const bool of_city = indicator.variable.city_only;
        const std::size_t places = of_city ? 1 : areas.areas();
        for (std::size_t a = 0; a < places; ++a)
            for (std::size_t s = 0; s < sex_groups; ++s)
                values_[v][(year * places + a) * sex_groups + s] =
                    of_city ? indicator.of_city(areas, static_cast<SexGroup>(s)) : indicator.of_area(areas.area(a), static_cast<SexGroup>(s));
    }
}

}  // namespace spires
