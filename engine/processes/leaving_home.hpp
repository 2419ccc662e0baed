#pragma once
// Grown children who leave their parents' home, students who leave halls, and those who share again.

#include "core/random_batch.hpp"
#include "inputs/demography.hpp"
#include "population/row_lanes.hpp"
#include "processes/destinations.hpp"
#include "processes/encounter.hpp"

namespace spires {

struct Seekers;

/// Children from 18 on leave by sex and age; some found a home of their own, others share one with others
/// who leave in the same block and year, of like age. Students of halls, and whoever is no longer in education
/// there, form shared houses in the wards of students, with students whose housemates have gone. Of young people who rent
/// alone some share again each year. So shared homes keep their size as their people come and go.
///
/// Who shares with whom is the baseline's choice (see shared_homes.hpp).
class LeavingHome final : public Encounter {
public:
    LeavingHome(const HouseholdRates& rates, const MigrationWards& wards, const Destinations& destinations);
    void advance(BranchedBlock& branches, const Moment& now) const override;

private:
    /// `luck`: words of everybody, Purpose::leave_home.
    void leave_parents(Block& block, const Moment& now, const BlockWords& luck, Seekers& seekers) const;
    void share_again(const Block& block, const Moment& now, const BlockWords& luck, Seekers& seekers) const;
    void leave_halls(const Block& block, const Moment& now, const BlockWords& luck, Seekers& seekers) const;

    const HouseholdRates& rates_;
    const Destinations& destinations_;
    Choice ward_of_student_;
    HighestChances leaving_, sharing_;  ///< home; again
};

}  // namespace spires
