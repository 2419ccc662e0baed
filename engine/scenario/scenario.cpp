#include "scenario/scenario.hpp"

#include <algorithm>
#include <cmath>

namespace spires {

double Value::at(std::size_t decile, int age, std::size_t ward) const noexcept {
    double named = mean;
    if (by_decile) named = (*by_decile)[decile];
    else if (!by_ward.empty()) named = by_ward[ward];
    else if (!by_age.empty()) {
        const auto next = std::ranges::upper_bound(by_age, age, {}, &std::pair<int, double>::first);
        named = next == by_age.begin() ? next->second : std::prev(next)->second;
    }
    // A participant may have moved to where the file names nothing.
    return std::isnan(named) ? mean : named;
}

}  // namespace spires
