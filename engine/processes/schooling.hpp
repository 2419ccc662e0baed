#pragma once
// School and qualifications: a good level of development at 5, the first step after 16, the highest
// qualification by 30.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class Schooling : public Process {
public:
    Schooling(const Inputs& inputs, const DevelopmentLinks& links);
    void advance(Step& step) const override;

private:
    void assess_development(Step& step, std::size_t row) const;
    void leave_school(Step& step, std::size_t row) const;
    /// The highest qualification by an age, at rank u for life.
    void qualify(Step& step, std::size_t row, int age, double u) const;

    const Inputs& inputs_;
    DevelopmentLinks links_;
    double qualification_odds_;  ///< odds ratio, half for those who reached it and half against the others
};

}  // namespace spires
