#pragma once
// Where each person of a block reads in the tables of the step: worked out once for all processes.

#include "core/column.hpp"
#include "inputs/places.hpp"
#include "population/population.hpp"
#include "tallies/tallies.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace spires {

/// Columns of indexes, one entry a row. Tables by [sex][age] have `ages` entries a sex, those by
/// [sex][age][decile] ten for each of them; "next" is a year older, as at the end of the step.
struct Strata {
    std::size_t rows = 0;
    Column<std::int32_t> age;          ///< completed years at the start of the step, not bounded
    Column<std::int32_t> sex_age, sex_age_next;
    Column<std::int32_t> decile;
    Column<std::int32_t> sex_band;     ///< [sex][five-year band] at the start
    Column<std::int32_t> tally, tally_next;   ///< key of the tally sheet

    void classify(const PersonColumns& people, int year, const Places& places);
    [[nodiscard]] std::int32_t sex_age_decile(std::size_t row) const noexcept { return sex_age[row] * static_cast<std::int32_t>(deciles) + decile[row]; }
};

/// The rows of a block by sex and age, so that what concerns few ages looks at few people.
class RowsByAge {
public:
    void sort(const Strata& strata);
    /// Rows of people of a sex who are `from` to `to` years old at the start of the step; 100 stands for all from 100 on.
    [[nodiscard]] std::span<const std::uint32_t> of(Sex sex, int from, int to) const noexcept {
        const std::size_t first = first_[static_cast<std::size_t>(sex) * ages + age_row(from)], last = first_[static_cast<std::size_t>(sex) * ages + age_row(to) + 1];
        return {rows_.data() + first, last - first};
    }
    /// Calls visit(row) for everybody of these ages.
    template <class Visit>
    void for_each(int from, int to, Visit visit) const {
        for (const Sex sex : {Sex::female, Sex::male})
            for (const std::uint32_t row : of(sex, from, to)) visit(row);
    }

private:
    std::array<std::uint32_t, sexes * ages + 1> first_{};  ///< by [sex][age]
    Column<std::uint32_t> rows_;
};

}  // namespace spires
