#pragma once
// What is counted at mid-year, before anything happens.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class Stocks : public Process {
public:
    explicit Stocks(const Inputs& inputs);
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
    std::array<std::array<ConditionSet, ages>, sexes> concerned_{};  ///< conditions people of a sex and age can have
};

}  // namespace spires
