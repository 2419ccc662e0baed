#pragma once
// The state people start with, at the base and on arrival, from the tables of the base.

#include "calibration/model.hpp"
#include "calibration/newcomer_conditions.hpp"
#include "calibration/newcomer_tables.hpp"
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

    void draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const override;
    void draw_newborns(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const override;

private:
    struct Profile {
        BySexBand mean_ratio{};   ///< M over everybody
        ByDecile scale{};         ///< brings each decile's cases to its target, given what exposures explain
    };
    void draw_states(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const;
    void leave_school(PersonColumns& people, std::size_t first, int year, const BlockWords& luck) const;
    void condition(PersonColumns& people, std::size_t row, int year, std::uint32_t word, std::size_t condition) const;
    void stage(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const;
    void freeze_profile(const Population& base, std::size_t condition);
    void tabulate(std::size_t condition);
    [[nodiscard]] double prevalence(const PersonColumns& people, std::size_t row, int age, std::size_t condition) const;

    const Inputs& inputs_;
    const RiskModel& risks_;
    Loneliness loneliness_;
    NewcomerTables newcomers_;
    double neet_unemployed_share_;
    DevelopmentLinks development_;
    std::vector<StageModel> stages_;
    std::vector<std::size_t> order_;   ///< conditions, causes before what they cause
    std::vector<Profile> profiles_;    ///< by condition
    std::vector<PrevalenceTables> tables_;  ///< the same, as the kernels read them
    std::size_t conditions_;
    std::vector<float> most_common_;   ///< [sex][age][condition]: share ill that nobody's own exceeds
};

}  // namespace spires
