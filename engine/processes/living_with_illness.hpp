#pragma once
// Years lived with disability, and dementia that is diagnosed.

#include "calibration/condition_products.hpp"
#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

/// A year's disability is 1 − Π (1 − weight) over the conditions of a person, over the time lived.
class LivingWithIllness : public Process {
public:
    explicit LivingWithIllness(const Model& model);
    void advance(Step& step) const override;

private:
    void expect_dementia(Step& step) const;

    const Model& model_;
    ConditionProducts<1> without_;      ///< Π (1 − weight)
    std::size_t dementia_;              ///< index of the condition, or none
    double diagnosed_;
    std::vector<std::int64_t> expected_;  ///< [sex][age] people expected to have dementia, fixed point
};

}  // namespace spires
