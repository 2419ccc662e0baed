#pragma once
// Use of services: expected contacts in the step, less what death cuts off.

#include "calibration/model.hpp"
#include "processes/process.hpp"
#include "processes/service_lanes.hpp"
#include "scenario/levers.hpp"

namespace spires {

/// E[use] = r · decile · Π condition ratios · [(1 − p) + p(½ + w)], p the step's chance of death.
class ServiceUse : public Process {
public:
    ServiceUse(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    /// Ratios by programmes, [row][service]; nullptr when nothing moves any service.
    [[nodiscard]] const float* ratios(const Step& step) const;

    const Inputs& inputs_;
    const LeverTable& levers_;
    std::size_t services_;
    Column<ByService> rates_;                  ///< [sex][age][decile], all services together
    ConditionProducts<most_services> conditions_;   ///< ratios by condition
    Column<ByService> circumstances_;          ///< by set of exposure flags
    ByService last_year_of_life_{};
};

}  // namespace spires
