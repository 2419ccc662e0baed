#pragma once
// The state people start with, at the base and on arrival, from the tables of the base.

#include "calibration/model.hpp"
#include "calibration/newcomer_conditions.hpp"
#include "processes/exposures.hpp"
#include "processes/newcomer.hpp"

namespace spires {

/// Draws exposures, habits, conditions and social state. Prevalence by exposure is
/// p(age, sex) · decile ratio · Π RR / M with central ratios, times a scale
/// that keeps the city's cases; M and scale are frozen at the base, so that an
/// arrival is drawn from the same profile in every world.
class InitialState : public Newcomer {
public:
    InitialState(const Inputs& inputs, const RiskModel& risks);

    /// Gives everybody at the base a state of health and freezes the profile for arrivals.
    void initialise(Population& base, const RandomKey& key);

    void draw_social(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const override;
    void draw_health(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const override;
    void draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const override;
    void draw_newborn(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const override;

private:
    struct Profile {
        BySexBand mean_ratio{};   ///< M over everybody
        ByDecile scale{};         ///< brings each decile's cases to its target, given what exposures explain
    };
    void social(PersonColumns& people, std::size_t row, int year, const Words& luck) const;
    void scores(PersonColumns& people, std::size_t row, int year, const Words& luck) const;
    void habits(PersonColumns& people, std::size_t row, int year, const Words& luck) const;
    void condition(PersonColumns& people, std::size_t row, int year, std::uint32_t word, std::size_t condition) const;
    void stage(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const;
    void surroundings(PersonColumns& people, std::size_t row, int year, const Words& lasting, const Words& now) const;
    void surroundings(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
        surroundings(people, row, year, draw(lifelong(key), people.id[row], 0, Purpose::lifelong), draw(key, people.id[row], year, Purpose::screening));
    }
    void freeze_profile(const Population& base, std::size_t condition);
    void tabulate(std::size_t condition);
    [[nodiscard]] double prevalence(const PersonColumns& people, std::size_t row, int age, std::size_t condition) const;

    const Inputs& inputs_;
    const RiskModel& risks_;
    Loneliness loneliness_;
    double shared_;                    ///< correlation of the scores of activity and body mass index
    double own_;                       ///< weight of what the score of body mass index has of its own
    double screening_persistence_;
    DevelopmentLinks development_;
    std::vector<StageModel> stages_;
    std::vector<std::size_t> order_;   ///< conditions, causes before what they cause
    std::vector<Profile> profiles_;    ///< by condition
    std::vector<PrevalenceTables> tables_;  ///< the same, as the kernels read them
    std::size_t conditions_;
    std::vector<float> most_common_;   ///< [sex][age][condition]: share ill that nobody's own exceeds
    std::vector<Score> normal_scores_; ///< at equal steps of rank
    std::vector<std::array<double, 5>> ethnic_shares_;  ///< by place, cumulative
};

}  // namespace spires
