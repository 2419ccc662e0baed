#pragma once
// Death: λ = Σ f_c over a person's conditions + ρ · Π RR / M over all other causes.

#include "calibration/model.hpp"
#include "core/quantity.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

namespace spires {

class Dying : public Process {
public:
    Dying(const Model& model, const LeverTable& levers)
        : model_(model), levers_(levers), late_infant_share_(1.0 - model.parameters["infant_deaths_in_first_step"]) {}
    void advance(Step& step) const override;

private:
    /// Deaths per person-year at one age of the step with the conditions held then.
    [[nodiscard]] Hazard hazard(const Step& step, std::size_t row, int age, ConditionSet conditions, double relative) const;
    void die(Step& step, std::size_t row, int age) const;
    void tally(Step& step, std::size_t row, int age, Hazard first, Hazard second) const;

    const Model& model_;
    const LeverTable& levers_;
    double late_infant_share_;  ///< of a cohort's infant deaths, those after the step of birth
};

}  // namespace spires
