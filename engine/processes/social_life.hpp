#pragma once
// Drinking, wellbeing, feeling safe and having a say; growing up healthy and finding a place after school.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

/// More than 21 (men) or 14 (women) units a week: a lasting rank below the share of sex, age and decile.
class Drinking : public Process {
public:
    explicit Drinking(const Inputs& inputs) : inputs_(inputs) {}
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
};

/// Expected answers of residents: nothing in them is drawn.
class SocialLife : public Process {
public:
    explicit SocialLife(const Model& model);
    void advance(Step& step) const override;

private:
    [[nodiscard]] double life_satisfaction(const PersonColumns& people, std::size_t row, std::int32_t sex_age_decile) const noexcept;

    const Model& model_;
    std::vector<std::pair<std::uint32_t, double>> of_flags_;      ///< bit and points
    std::vector<std::pair<ConditionSet, double>> of_conditions_;
    double centre_ = 0;                                           ///< what the effects come to in the base
};

/// Weight in year 6 and the place after year 11, expected.
class GrowingUp : public Process {
public:
    explicit GrowingUp(const Inputs& inputs) : inputs_(inputs) {}
    void advance(Step& step) const override;

private:
    const Inputs& inputs_;
};

}  // namespace spires
