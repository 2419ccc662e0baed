#pragma once
// Death: λ = Σ f_c over a person's conditions + ρ · Π RR / M over all other causes.

#include "calibration/model.hpp"
#include "calibration/risk_columns.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

namespace spires {

class Dying : public Process {
public:
    Dying(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    /// Σ f_c of everybody at both ends of the step [1/year].
    void sum_fatalities(const Step& step, const Strata& strata, std::vector<float>& first, std::vector<float>& second) const;
    [[nodiscard]] float fatality(const Step& step, std::size_t row, std::int32_t sex_age, ConditionSet conditions) const;
    void die(Step& step, std::size_t row) const;
    /// Deaths at each age in proportion to its part of λ, half the expected person-years at each.
    void tally(Step& step, const Strata& strata, const std::vector<float>& first, const std::vector<float>& second) const;

    const Model& model_;
    const LeverTable& levers_;
    std::size_t conditions_;
    float late_infant_share_;          ///< of a cohort's infant deaths, those after the step of birth
    RiskTables other_;
    std::vector<float> fatality_;      ///< [sex][age][condition], base year [1/year]
    std::vector<float> residual_;      ///< [sex][age][decile] [1/year]
    std::vector<float> mean_ratio_;    ///< [sex][five-year band][decile]
    std::vector<std::vector<float>> trend_;  ///< [year − base][sex][age] against the base
    std::vector<std::uint8_t> floored_;      ///< [sex][age][decile]
};

}  // namespace spires
