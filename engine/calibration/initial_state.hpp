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
    void draw_states(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const;
    void leave_school(PersonColumns& people, std::size_t first, int year, const BlockWords& luck) const;
    void stage(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const;

    const Inputs& inputs_;
    const RiskModel& risks_;
    Loneliness loneliness_;
    NewcomerTables newcomers_;
    double neet_unemployed_share_;
    DevelopmentLinks development_;
    std::vector<StageModel> stages_;
    std::vector<std::size_t> order_;   ///< conditions, causes before what they cause
    std::vector<PrevalenceTables> tables_;  ///< profile of each condition, as the kernels read it
};

}  // namespace spires
