#pragma once
// Taking up smoking, quitting and relapsing.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class SmokingHabit : public Process {
public:
    explicit SmokingHabit(const Inputs& inputs) : inputs_(inputs) {}
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
};

}  // namespace spires
