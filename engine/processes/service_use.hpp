#pragma once
// Use of services: expected contacts in the step, less what death cuts off.

#include "calibration/condition_products.hpp"
#include "calibration/model.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

namespace spires {

/// E[use] = r · decile · Π condition ratios · [(1 − p) + p(½ + w)], p the step's chance of death.
class ServiceUse : public Process {
public:
    ServiceUse(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    static constexpr std::size_t most_services = 16;
    using ByService = ConditionProducts<most_services>::Row;

    [[nodiscard]] ByService with_conditions(const ByService& rate, ConditionSet conditions) const noexcept;
    void apply_levers(const Step& step, std::size_t row, ByService& use) const noexcept;

    const Inputs& inputs_;
    const LeverTable& levers_;
    std::size_t services_;
    std::vector<ByService> rates_;                  ///< [sex][age][decile], all services together
    ConditionProducts<most_services> conditions_;   ///< ratios by condition
    ByService last_year_of_life_{};
};

}  // namespace spires
