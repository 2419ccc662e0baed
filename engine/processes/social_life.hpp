#pragma once
// Drinking, wellbeing, feeling safe and having a say; growing up healthy and finding a place after school.

#include "calibration/model.hpp"
#include "processes/process.hpp"
#include "processes/social_lanes.hpp"

namespace spires {

/// More than 21 (men) or 14 (women) units a week: a lasting rank below the share of sex, age and decile.
class Drinking : public Process {
public:
    explicit Drinking(const Inputs& inputs);
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
    Column<float> share_;                    ///< [sex][age][decile]
};

/// Expected answers of residents: nothing in them is drawn.
class SocialLife : public Process {
public:
    explicit SocialLife(const Model& model);
    void advance(Step& step) const override;

private:
    void feel_safe(Step& step) const;

    const Model& model_;
    std::vector<Points> of_flags_, of_conditions_;
    Column<float> level_;                    ///< [sex][age][decile] points, less what the effects come to in the base
    Column<float> say_;                      ///< [sex][age][decile] share with a say
};

/// Weight in year 6 and the place after year 11, expected.
class GrowingUp : public Process {
public:
    GrowingUp(const Inputs& inputs, const DevelopmentLinks& links) : inputs_(inputs), links_(links) {}
    void advance(Step& step) const override;

private:
    void weigh(Step& step) const;
    void leave_school(Step& step) const;

    const Inputs& inputs_;
    DevelopmentLinks links_;
};

}  // namespace spires
