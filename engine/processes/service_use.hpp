#pragma once
// Use of services: expected contacts in the step, less what death cuts off.

#include "calibration/model.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

namespace spires {

/// E[use] = r · decile · Π condition ratios · [(1 − p) + p(½ + w)], p the step's chance of death.
class ServiceUse : public Process {
public:
    ServiceUse(const Model& model, const LeverTable& levers) : model_(model), levers_(levers) {}
    void advance(Step& step) const override;

private:
    const Model& model_;
    const LeverTable& levers_;
};

}  // namespace spires
