#pragma once
// Death: λ = Σ f_c over a person's conditions + ρ · Π RR / M over all other causes.

#include "calibration/model.hpp"
#include "calibration/risk_columns.hpp"
#include "processes/mortality_lanes.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

#include <array>

namespace spires {

class Dying : public Process {
public:
    Dying(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    /// What the kernel finds of a block.
    struct Outcome {
        Scratch<float> late_chance, late_years;  ///< of death and of life, the part a year older
        Column<float> fatality, fatality_next;   ///< 0, but within the kernel
        IllColumns ill;
        DyingRows rows;

        void resize(std::size_t people);
    };
    /// The conditions that kill, with what programmes do to them.
    [[nodiscard]] std::span<const Fatality> fatalities(const Step& step) const;
    [[nodiscard]] const std::vector<float>& trend_of(const Step& step) const;
    /// The residuals of the year, [sex][age][decile][this age, a year older]: ρ · trend / M.
    [[nodiscard]] const float* residuals_of_year(const std::vector<float>& trend) const;
    void die(Step& step, std::size_t row) const;
    /// Expected deaths where a residual met its floor.
    void tally_floored(Step& step, const Strata& strata, const Outcome& outcome) const;

    const Model& model_;
    const LeverTable& levers_;
    float late_infant_share_;          ///< of a cohort's infant deaths, those after the step of birth
    RiskTables other_;
    std::vector<std::vector<float>> fatality_;  ///< [condition][sex][age], base year [1/year]; empty where nobody dies of it
    std::vector<float> residual_;      ///< ρ / M by [sex][age][decile][this age, a year older] [1/year], with a minus where ρ met its floor
    std::vector<std::vector<float>> trend_;  ///< [year − base][sex][age][this age, a year older] against the base
};

}  // namespace spires
