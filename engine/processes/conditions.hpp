#pragma once
// Long-term conditions: remission, then incidence from the risk at the start of the step.

#include "calibration/model.hpp"
#include "core/quantity.hpp"
#include "core/random_batch.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

namespace spires {

class Conditions : public Process {
public:
    Conditions(const Model& model, const LeverTable& levers) : model_(model), levers_(levers) {}
    void advance(Step& step) const override;

private:
    void recover(Step& step, std::size_t row, int age) const;
    /// Onsets of one condition among all people of the block.
    void fall_ill(Step& step, std::size_t condition, const BlockWords& luck) const;
    /// New cases per person-year free of the condition, given the person's risk.
    [[nodiscard]] Hazard onset(const Step& step, const RiskState& state, std::size_t row, int age, std::size_t condition) const;
    [[nodiscard]] Hazard recovery(const Step& step, std::size_t row, int age, std::size_t condition) const;

    const Model& model_;
    const LeverTable& levers_;
};

}  // namespace spires
