#pragma once
// Spreading a table given by `age_from` bands over single ages.

#include "core/axes.hpp"
#include "core/table.hpp"

#include <map>

namespace spires {

/// Fills `store(age, value)` for every age from each band's start to the next, first_age to 100.
template <class Value, class Store>
void spread_bands(const std::map<int, Value>& bands, Store store) {
    for (auto band = bands.begin(); band != bands.end(); ++band) {
        const auto next = std::next(band);
        const int end = next == bands.end() ? oldest_age + 1 : next->first;
        for (int age = band->first; age < end && age <= oldest_age; ++age) store(static_cast<std::size_t>(age), band->second);
    }
}

}  // namespace spires
