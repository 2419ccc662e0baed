#pragma once
// Long-term conditions: remission, then incidence from the risk at the start of the step.

#include "calibration/model.hpp"
#include "calibration/risk_columns.hpp"
#include "core/quantity.hpp"
#include "core/random_batch.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

namespace spires {

class Conditions : public Process {
public:
    Conditions(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    void tabulate_onsets(std::size_t condition);
    /// One word a person and condition serves both: nobody can recover from what they do not have.
    void recover(Step& step, const Strata& strata, std::size_t condition, const BlockWords& luck) const;
    void fall_ill(Step& step, const Strata& strata, std::size_t condition, const BlockWords& luck) const;
    /// New cases per person-year free of the condition, given the person's risk.
    [[nodiscard]] Hazard onset(const Step& step, std::size_t row, int age, std::size_t condition) const;
    [[nodiscard]] Hazard recovery(const Step& step, std::size_t row, int age, std::size_t condition) const;
    [[nodiscard]] const std::int32_t* bounds_of_onset(const Step& step, std::size_t condition) const;
    [[nodiscard]] const std::int32_t* bounds_of_recovery(const Step& step, std::size_t condition) const;
    [[nodiscard]] OnsetColumns columns(Step& step, const Strata& strata, std::size_t condition, const BlockWords& luck) const;

    const Model& model_;
    const LeverTable& levers_;
    std::vector<std::vector<std::int32_t>> onset_bound_, recovery_bound_;  ///< [condition][sex][age], of half words; empty: nobody recovers
    /// Found early or late, by whether they come to screening.
    void find(Step& step, const Strata& strata, const StageModel& stage, std::size_t row) const;
    struct OnsetTables { std::vector<float> hazard, mean_ratio, residual, recovery; RiskTables risks; };
    std::vector<OnsetTables> onset_tables_;                         ///< [condition], as the kernels read them
    std::vector<const StageModel*> stage_of_;                       ///< [condition], null where it has no stages
    std::vector<std::int32_t> everyone_;                            ///< any word, where programmes make bounds void
};

}  // namespace spires
