#include "inputs/household_shares.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

/// A number of people, at least one.
std::size_t persons(const Parameters& parameters, const char* name) {
    const double value = parameters[name];
    if (value < 1 || value != static_cast<double>(static_cast<std::size_t>(value)))
        throw UserError(Exit::wrong_data, fmt::format("error: parameter '{}' is {}, and must be a whole number of people from 1 on", name, value));
    return static_cast<std::size_t>(value);
}

}  // namespace

HouseholdShares HouseholdShares::of(const Parameters& parameters) {
    HouseholdShares shares{
        .lone_parent_partnership_ratio = parameters["lone_parent_partnership_ratio"],
        .look_for_same_sex = parameters["look_for_same_sex"],
        .children_stay_with_mother = parameters["children_stay_with_mother"],
        .leave_parents_to_share = parameters["leave_parents_to_share"],
        .renters_share_again = parameters["renters_share_again"],
        .leave_student_hall = parameters["leave_student_hall"],
        .emigrate_from_parents_ratio = parameters["emigrate_from_parents_ratio"],
        .arrive_alone_ratio = parameters["arrive_alone_ratio"],
        .move_distance_decay = parameters["move_distance_decay"],
        .persons_in_shared_home = persons(parameters, "persons_in_shared_home"),
        .arrivals_in_shared_home = persons(parameters, "arrivals_in_shared_home"),
        .students_of_arrivals = {},
    };
    for (std::size_t k = 0; k < shares.students_of_arrivals.size(); ++k)
        shares.students_of_arrivals[k] = parameters[fmt::format("students_of_arrivals_{}", first_student_age + static_cast<int>(k))];
    return shares;
}

}  // namespace spires
