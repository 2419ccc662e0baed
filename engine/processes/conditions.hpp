#pragma once
// Long-term conditions: remission, then incidence from the risk at the start of the step.

#include "calibration/model.hpp"
#include "calibration/risk_columns.hpp"
#include "core/random_batch.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

#include <array>
#include <vector>

namespace spires {

class Conditions : public Process {
public:
    Conditions(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    void tabulate(std::size_t condition);
    void recover(const Step& step, const OnsetColumns& columns, std::size_t condition, std::size_t candidates) const;
    void fall_ill(Step& step, const OnsetColumns& columns, std::size_t condition, std::size_t candidates) const;
    /// What words can befall anybody, given what programmes move.
    [[nodiscard]] const std::int32_t* bounds(const Step& step, std::size_t condition) const;
    [[nodiscard]] OnsetColumns columns(Step& step, const Strata& strata, std::size_t condition, const BlockWords& luck) const;

    const Model& model_;
    const LeverTable& levers_;
    /// Found early or late, by whether they come to screening.
    void find(Step& step, const Strata& strata, const StageModel& stage, std::size_t row) const;
    struct OnsetTables { std::vector<float> hazard, mean_ratio, residual, recovery; RiskTables risks; };
    std::vector<OnsetTables> onset_tables_;                         ///< [condition], as the kernels read them
    std::vector<const StageModel*> stage_of_;                       ///< [condition], null where it has no stages
    /// [condition][whether programmes move incidence, 1, and recovery, 2][sex][age]; any word where they do.
    std::vector<std::array<std::vector<std::int32_t>, 4>> bounds_;
};

}  // namespace spires
