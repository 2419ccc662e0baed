#pragma once
// Long-term conditions: remission, then incidence from the risk at the start of the step.

#include "calibration/model.hpp"
#include "calibration/risk_columns.hpp"
#include "core/random_batch.hpp"
#include "processes/change_bounds.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

#include <vector>

namespace spires {

class Conditions : public Process {
public:
    Conditions(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    void tabulate(std::size_t condition);
    /// Who could fall ill or recover, by condition.
    void find_candidates(Step& step, const Strata& strata, std::vector<Candidates>& onsets, std::vector<Candidates>& recoveries) const;
    void recover(const Step& step, const OnsetColumns& columns, std::size_t condition, Candidates& candidates) const;
    void fall_ill(Step& step, const OnsetColumns& columns, std::size_t condition, Candidates& candidates) const;
    /// All bits where programmes raise chances: then anybody's word is looked at ([onset, recovery][condition]).
    [[nodiscard]] const std::uint16_t* raised(const Step& step) const;
    [[nodiscard]] OnsetColumns columns(Step& step, const Strata& strata, std::size_t condition) const;

    const Model& model_;
    const LeverTable& levers_;
    /// Found early or late, by whether they come to screening.
    void find(Step& step, const Strata& strata, const StageModel& stage, std::size_t row) const;
    struct OnsetTables { std::vector<float> hazard, residual, recovery; RiskTables risks; };
    ChangeBounds bounds_;
    std::vector<OnsetTables> onset_tables_;                         ///< [condition], as the kernels read them
    std::vector<const StageModel*> stage_of_;                       ///< [condition], null where it has no stages
};

}  // namespace spires
