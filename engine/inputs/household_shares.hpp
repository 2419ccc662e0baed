#pragma once
// How people come to live together who leave, arrive or part: single shares of `parameters.csv`.

#include "inputs/parameters.hpp"

#include <array>
#include <cstddef>

namespace spires {

/// All shares are of people a year unless a line says otherwise; names and sources as in `parameters.csv`.
struct HouseholdShares {
    double lone_parent_partnership_ratio = 0;   ///< partnerships of lone parents against others alike
    double look_for_same_sex = 0;               ///< of those who look for a partner
    double children_stay_with_mother = 0;       ///< of separations of couples with children
    double leave_parents_to_share = 0;          ///< of those who leave their parents
    double renters_share_again = 0;             ///< of young people who rent alone
    double leave_student_hall = 0;              ///< residents in education; all others leave
    double emigrate_from_parents_ratio = 0;     ///< leaving the city from parents' home, against others of the age
    double arrive_alone_ratio = 0;              ///< heading a home alone, single arrivals against residents of the age
    double move_distance_decay = 0;             ///< kilometres over which moves between wards fall to 1/e
    std::size_t persons_in_shared_home = 0;     ///< whom residents found a shared home with
    std::size_t arrivals_in_shared_home = 0;
    static constexpr int first_student_age = 17;
    std::array<double, 8> students_of_arrivals{};  ///< share of arrivals at 17 to 24 who come to study

    static HouseholdShares of(const Parameters& parameters);
    [[nodiscard]] double student_share_of_arrivals(int age) const noexcept {
        const auto at = static_cast<std::size_t>(age - first_student_age);
        return age < first_student_age || at >= students_of_arrivals.size() ? 0.0 : students_of_arrivals[at];
    }
};

}  // namespace spires
