#pragma once
// The long-term conditions of everybody at the base, drawn one condition after the other.

#include "calibration/base_risks.hpp"
#include "calibration/model.hpp"
#include "calibration/newcomer_conditions.hpp"
#include "core/random_batch.hpp"

#include <vector>

namespace spires {

/// Solves the profile of each condition on a base that has its causes already, and gives people the condition by it.
/// A person's ratio is worked out once for each condition and kept between the passes over the base.
class BaseConditions {
public:
    BaseConditions(const Inputs& inputs, const RiskModel& risks, Population& base, const RandomKey& key);

    /// Draws one condition. Its profile, as newcomers are drawn from it: prevalence over M, and what brings each
    /// decile's cases to its target, given what exposures explain.
    [[nodiscard]] PrevalenceTables draw(std::size_t condition);

private:
    /// One block: where its people stand, their words, and their ratio of the condition at hand.
    struct People {
        RiskPositions positions;
        std::vector<BlockWords> luck;
        Scratch<double> ratio;
    };
    struct Profile {
        std::array<double, sexes * five_year_bands> mean_ratio{};  ///< M over everybody
        ByDecile scale{};
        std::array<char, sexes * ages> concerns{};
        std::array<double, sexes * ages> prevalence{};
        std::array<float, sexes * ages> most{};                    ///< share ill that nobody's own exceeds
    };
    [[nodiscard]] const People& people_of(const Block& block) const { return people_[static_cast<std::size_t>(&block - base_.blocks.data())]; }
    [[nodiscard]] static double prevalence(const Profile& profile, const People& people, std::size_t row, double scale);
    void work_out(std::size_t condition);
    void solve_means(Profile& profile) const;
    void solve_scale(Profile& profile, const ByDecile& decile_ratio) const;
    [[nodiscard]] PrevalenceTables tabulate(Profile& profile, std::size_t condition) const;
    void give(const Profile& profile, std::size_t condition);

    const Inputs& inputs_;
    const RiskModel& risks_;
    Population& base_;
    std::vector<People> people_;  ///< by block
};

}  // namespace spires
