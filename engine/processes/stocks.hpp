#pragma once
// What is counted at mid-year, before anything happens.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class Stocks : public Process {
public:
    explicit Stocks(const Inputs& inputs) : inputs_(inputs) {}
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
};

}  // namespace spires
