#include "inputs/age_bands.hpp"

#include <algorithm>
#include <set>

namespace spires {

AgeBands AgeBands::of(const Table& table) {
    std::set<int> starts;
    for (std::size_t row = 0; row < table.rows(); ++row)
        starts.insert(table.integer(row, "age_from", 0, oldest_age));
    AgeBands bands;
    bands.starts_.assign(starts.begin(), starts.end());
    return bands;
}

int AgeBands::last_age(int age_from) const {
    const auto next = std::ranges::upper_bound(starts_, age_from);
    return next == starts_.end() ? oldest_age : *next - 1;
}

int AgeBands::band_start(int age) const {
    const auto next = std::ranges::upper_bound(starts_, age);
    return next == starts_.begin() ? -1 : *std::prev(next);
}

}  // namespace spires
