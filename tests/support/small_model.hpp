#pragma once
// An invented model small enough to have closed forms: tables by hand, people of one block, conditions alone.

#include "calibration/calibrate_parts.hpp"
#include "processes/conditions.hpp"
#include "scenario/levers.hpp"

#include <string>
#include <vector>

namespace spires::testing {

/// Two places, in the most and the least deprived tenth, and no condition yet.
[[nodiscard]] Inputs invented_inputs();
/// A condition of all ages with one rate of onset and one of recovery a year.
[[nodiscard]] Condition invented_condition(const std::string& name, double incidence, double remission);
/// Loneliness multiplies the hazard of an outcome.
[[nodiscard]] RiskCurve loneliness_risk(const std::string& outcome, double ratio);
/// People of 40 in 2022, women and men by turns, in both places by turns of two.
[[nodiscard]] Population invented_people(std::size_t people);

/// Conditions of these people, calibrated on how they are now and run year by year; nobody comes or goes.
class IllnessOnly {
public:
    IllnessOnly(const Inputs& inputs, Population& people, RandomKey key);
    void advance();
    [[nodiscard]] double prevalence(std::size_t condition) const;
    /// New cases of the last year among those free of it and of one state of loneliness at its start.
    [[nodiscard]] std::size_t onsets(std::size_t condition, bool lonely) const;
    [[nodiscard]] std::size_t at_risk(std::size_t condition, bool lonely) const;  ///< at the start of the last year
    [[nodiscard]] const Model& model() const noexcept { return model_; }

private:
    [[nodiscard]] bool was_at_risk(std::size_t block, std::size_t row, std::size_t condition, bool lonely) const;

    const Inputs& inputs_;
    Population& people_;
    std::vector<Column<ConditionSet>> before_;  ///< by block: at the start of the last year
    RandomKey key_;
    LeverTable levers_;
    Model model_;
    Conditions conditions_;
    TallySheet sheet_;
    int year_;
};

}  // namespace spires::testing
