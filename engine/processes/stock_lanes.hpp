#pragma once
// What is counted at mid-year, person by person, added in whole vectors.

#include "processes/strata.hpp"
#include "tallies/stock_row.hpp"

namespace spires {

struct StockColumns {
    const Strata& strata;
    const PersonColumns& people;
    std::span<const StockRow> denominators;  ///< [sex][age][1 + groups of 16 conditions]: what age and sex alone decide
    std::span<const StockRow> states;        ///< by the bits of StockState
    std::span<const StockRow> ill;           ///< [half][256]: eight conditions, in the lower or upper half of a vector
    std::size_t condition_groups = 0;        ///< of 16
    std::uint8_t* state;                     ///< by row, room for all
    CountColumns<std::int32_t> stocks;
};

/// What a person is counted as, if old enough.
enum StockState : std::uint8_t { state_active = 1, state_smokes = 2, state_obese = 4, state_lonely = 8, state_unemployed = 16, state_in_labour_force = 32, state_neet = 64 };

void count_stocks(const StockColumns& columns, std::size_t rows);

}  // namespace spires
