#include "indicators/cumulative_benefit.hpp"

#include <cmath>
#include <limits>

namespace spires {

double gained_per_1000(std::span<const double> with, std::span<const double> without, std::span<const double> person_years) {
    double gained = 0, lived = 0;
    for (std::size_t year = 0; year < with.size(); ++year) {
        if (std::isnan(with[year]) || std::isnan(without[year]) || std::isnan(person_years[year])) continue;
        gained += with[year] - without[year];
        lived += person_years[year];
    }
    return lived > 0 ? 1000.0 * gained / lived : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace spires
