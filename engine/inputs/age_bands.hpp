#pragma once
// Bands of age as tables give them: a band ends where the next one of the same table begins.

#include "core/axes.hpp"
#include "core/table.hpp"

#include <vector>

namespace spires {

/// First years of the bands of a table, in order.
class AgeBands {
public:
    /// From the column `age_from` of a table.
    static AgeBands of(const Table& table);
    [[nodiscard]] const std::vector<int>& starts() const noexcept { return starts_; }
    /// Last year of the band that begins at `age_from`; the last band ends at 100.
    [[nodiscard]] int last_age(int age_from) const;
    /// First year of the band an age lies in; ages below the first band give -1.
    [[nodiscard]] int band_start(int age) const;

private:
    std::vector<int> starts_;
};

}  // namespace spires
