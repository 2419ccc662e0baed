#pragma once
// Taking up smoking, quitting and relapsing.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class SmokingHabit : public Process {
public:
    explicit SmokingHabit(const Inputs& inputs);
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
    std::vector<float> hazard_;  ///< [sex][age][decile][Smoking]: of leaving the state [1/year]
    Column<std::int32_t> bounds_;
};

}  // namespace spires
