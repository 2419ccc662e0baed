#pragma once
// What is counted at mid-year, before anything happens.

#include "calibration/model.hpp"
#include "processes/process.hpp"
#include "processes/stock_lanes.hpp"

namespace spires {

class Stocks : public Process {
public:
    explicit Stocks(const Inputs& inputs);
    void advance(Step& step) const override;

private:
    void tabulate_denominators();
    void tabulate_states();

    const Inputs& inputs_;
    std::size_t condition_groups_;
    Column<StockRow> denominators_;  ///< [sex][age][1 + groups of 16 conditions]
    Column<StockRow> states_;        ///< by the bits of StockState
    Column<StockRow> ill_;           ///< [half][256]
};

}  // namespace spires
