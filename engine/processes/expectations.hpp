#pragma once
// What a step expects of everybody, counted for all processes in one pass at its end.

#include "core/scratch.hpp"
#include "tallies/tallies.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace spires {

/// Columns with a number for each row, from Count::person_years on: those quantities fill one line of memory of
/// a sheet, so that a person's line is read and written once instead of by each process.
class Expectations {
public:
    static constexpr std::size_t quantities = static_cast<std::size_t>(Count::count_) - static_cast<std::size_t>(Count::person_years);
    using Columns = std::array<const float*, quantities>;

    /// Counts `values` (as fixed point; they stay until the step ends) at the key of each row when the step ends. The part
    /// of them that is lived a year older, `later`, goes to the key of that age; without it all goes to the first.
    void of_everybody(Count quantity, const Scratch<float>& values, const Scratch<float>* later = nullptr) noexcept {
        const std::size_t at = static_cast<std::size_t>(quantity) - static_cast<std::size_t>(Count::person_years);
        rows_ = values.size();
        values_[at] = values.data();
        later_[at] = later != nullptr ? later->data() : nullptr;
    }
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] const Columns& values() const noexcept { return values_; }
    [[nodiscard]] const Columns& later() const noexcept { return later_; }

private:
    std::size_t rows_ = 0;
    Columns values_{}, later_{};
};

/// Where a block's people are counted.
struct ExpectationColumns {
    const Expectations& expected;
    const std::int32_t *tally, *tally_next;   ///< keys of the sheet: at the age of the start, and a year older
    const std::uint8_t *ethnic_group, *sex;
    TallySheet& tallies;
};
void count_expectations(const ExpectationColumns& columns);

}  // namespace spires
