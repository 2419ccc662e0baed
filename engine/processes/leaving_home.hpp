#pragma once
// Grown children who leave their parents' home, students who leave halls, and those who share again.

#include "core/choice.hpp"
#include "inputs/demography.hpp"
#include "population/row_lanes.hpp"
#include "processes/destinations.hpp"
#include "processes/encounter.hpp"

#include <vector>

namespace spires {

struct Seekers;
class Asked;

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
    /// Rows of a branch: who founds a home, and who rents one and would share again if alone in it.
    struct Leavers {
        std::vector<std::uint32_t> founders, young_renters;
    };
    [[nodiscard]] static std::size_t place_of(Role role, Sex sex, std::size_t age) noexcept {
        return (static_cast<std::size_t>(role) * sexes + static_cast<std::size_t>(sex)) * ages + age;
    }
    [[nodiscard]] double& highest_of(Role role, Sex sex, std::size_t age) noexcept { return highest_[place_of(role, sex, age)]; }
    std::span<const std::uint32_t> find_lucky(const Block& block, const Moment& now, Asked& asked) const;
    void find_leavers(const Block& block, const Moment& now, Leavers& leavers, Seekers& seekers) const;
    [[nodiscard]] static bool is_student(const PersonColumns& people, std::size_t row, const Moment& now);
    static void share_again(const Block& block, const Moment& now, std::span<const std::uint32_t> young_renters, Seekers& seekers);
    std::span<const std::uint32_t> found_student_homes(Block& block, const Moment& now, std::span<const std::uint32_t> founders) const;

    const HouseholdRates& rates_;
    const Destinations& destinations_;
    Choice ward_of_student_;
    std::vector<double> highest_ = std::vector<double>(role_names.size() * sexes * ages, 0.0);  ///< [role][sex][age]: chance of leaving, the chance itself of children
    RolesAndAges asked_;  ///< grown children, residents of halls, and young people who may rent
};

}  // namespace spires
