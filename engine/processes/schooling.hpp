#pragma once
// School and qualifications: a good level of development at 5, the first step after 16, the highest
// qualification by 30.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class Schooling : public Process {
public:
    Schooling(const Inputs& inputs, const DevelopmentLinks& links, double unemployed_of_neet);
    void advance(Step& step) const override;

private:
    static constexpr std::size_t levels = qualification_names.size();
    static constexpr std::size_t groups = 3;        ///< good level of development: not assessed, not reached, reached
    static constexpr int youngest = 16, oldest = 30;
    using Limits = std::array<double, levels + 1>;  ///< shares of people below each level, 0 first and 1 last

    void tabulate_limits();
    void tabulate_first_words();
    void assess_development(Step& step, std::size_t row, const Words& words) const;
    void leave_school(Step& step, std::size_t row, const Words& words) const;
    /// A year's learning: whoever has a level stands anywhere among those who have it, at rank u, and takes what people
    /// of that rank have a year older. So shares at each age are those of the table, and nobody unlearns.
    void learn(Step& step, std::size_t row, double u) const;
    [[nodiscard]] const Limits& limits(int age, std::size_t decile, Development development) const noexcept {
        return limits_[place_of(age, decile, static_cast<std::size_t>(development))];
    }

    /// Whether a word could raise somebody's level: most who are asked need no more than this look.
    [[nodiscard]] bool may_rise(const Step& step, std::size_t row, std::uint32_t word) const noexcept;
    [[nodiscard]] static constexpr std::size_t place_of(int age, std::size_t decile, std::size_t development) noexcept {
        return (static_cast<std::size_t>(age - youngest) * deciles + decile) * groups + development;
    }

    const Inputs& inputs_;
    DevelopmentLinks links_;
    double unemployed_of_neet_;
    std::vector<Limits> limits_;  ///< [age from 16 to 30][decile][development]
    std::vector<std::array<std::uint32_t, levels>> first_words_;  ///< [age from 16 to 29][decile][development][level]: no lower word raises the level
};

}  // namespace spires
