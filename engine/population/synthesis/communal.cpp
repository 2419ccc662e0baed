#include "population/synthesis/places.hpp"
#include "population/synthesis/rounding.hpp"

#include <algorithm>

namespace spires {

namespace {

/// The largest part of a place's people of an age that may live in establishments of a kind.
constexpr double most_in_halls = 0.85, most_in_care = 0.5, most_in_other = 0.3;

/// How far a place draws establishments of a kind. Halls stand where people outnumber what the
/// place's households would hold; care homes where the oldest live, and few places have one.
double attraction(HouseholdKind kind, const PlacePlan& plan, double usual_household) {
    const double people = count(plan.residents, 0, oldest_age);
    if (kind == HouseholdKind::student_hall)
        return std::max(0.0, people - usual_household * plan.households) +
               0.01 * count(plan.residents, 18, 24);
    if (kind == HouseholdKind::care_home) {
        const double oldest = count(plan.residents, 85, oldest_age);
        return oldest * oldest * oldest;
    }
    return people;
}

/// Persons a private household of the town has; where people outnumber that, a hall may stand.
double persons_a_household(const CensusTables& census, const std::vector<PlacePlan>& plans) {
    double people = 0, households = 0;
    for (const auto& plan : plans) {
        people += count(plan.residents, 0, oldest_age);
        households += plan.households;
    }
    for (const auto& group : census.communal) people -= group.persons;
    return households > 0 ? people / households : 0.0;
}

double most_communal(HouseholdKind kind) {
    switch (kind) {
        case HouseholdKind::student_hall:
            return most_in_halls;
        case HouseholdKind::care_home:
            return most_in_care;
        default:
            return most_in_other;
    }
}

/// People of a band still in private households, by age.
std::vector<int> left_in(const PlacePlan& plan, const CommunalResidents& group) {
    std::vector<int> left;
    for (int age = group.age_from; age <= group.age_to; ++age)
        left.push_back(plan.living[0][static_cast<std::size_t>(group.sex)][age_row(age)]);
    return left;
}

void move_to_communal(PlacePlan& plan, const CommunalResidents& group, int persons) {
    const auto left = left_in(plan, group);
    const auto moving = round_within(std::vector<double>(left.begin(), left.end()), left, persons);
    const auto sex = static_cast<std::size_t>(group.sex);
    for (std::size_t i = 0; i < moving.size(); ++i) {
        const std::size_t age = age_row(group.age_from + static_cast<int>(i));
        plan.living[0][sex][age] -= moving[i];
        plan.living[static_cast<std::size_t>(group.kind)][sex][age] += moving[i];
    }
}

void settle_group(const std::vector<std::size_t>& here, std::vector<PlacePlan>& plans,
                  const CommunalResidents& group, int persons, double usual_household) {
    std::vector<double> shape;
    std::vector<int> capacity;
    for (const auto place : here) {
        int left = 0;
        for (const int n : left_in(plans[place], group)) left += n;
        shape.push_back(attraction(group.kind, plans[place], usual_household) * left);
        capacity.push_back(static_cast<int>(left * most_communal(group.kind)));
    }
    const auto settled = round_within(shape, capacity, persons);
    for (std::size_t i = 0; i < here.size(); ++i)
        if (settled[i] > 0) move_to_communal(plans[here[i]], group, settled[i]);
}

}  // namespace

void settle_communal(const CensusTables& census, const Places& places,
                     std::vector<PlacePlan>& plans) {
    const auto by_ward = places_by_ward(places);
    const double usual_household = persons_a_household(census, plans);
    for (auto& plan : plans) plan.living[0] = plan.residents;
    // One carry for each ward and kind, so that fractions of people add up to people.
    std::vector<std::array<double, household_kind_names.size()>> carry(places.wards.size());
    for (const auto& group : census.communal) {
        double& left = carry[group.ward][static_cast<std::size_t>(group.kind)];
        const int persons = std::max(0, static_cast<int>(group.persons + left + 0.5));
        left += group.persons - persons;
        settle_group(by_ward[group.ward], plans, group, persons, usual_household);
    }
}

}  // namespace spires
