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
    /// What age and sex alone decide to be counted, added to a row of the tally sheet in one go.
    struct Denominators {
        std::array<std::int64_t, 5> groups{};                 ///< from Count::population to Count::aged_16_17
        std::array<std::int64_t, most_conditions> at_risk{};  ///< by condition
    };
    const Inputs& inputs_;
    std::vector<Denominators> denominators_;  ///< [sex][age]
};

}  // namespace spires
