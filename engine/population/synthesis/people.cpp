#include "population/synthesis/attributes.hpp"
#include "population/synthesis/quotas.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t groups = ethnic_group_names.size();
/// Assumed: chance that a member of a household is of its reference person's group, of a partner and of others.
constexpr double same_as_partner = 0.90, same_as_reference = 0.94;
/// Assumed: part of the children of parents of two groups who are of the mixed group.
constexpr double mixed_children = 0.7;
constexpr auto mixed = static_cast<std::size_t>(EthnicGroup::mixed);

/// Assumed odds of a household's group (asian, black, mixed, white, other), by age of its reference person.
std::array<double, groups> household_odds(int age, std::size_t size) {
    std::array<double, groups> odds{1, 1, 1, 1, 1};
    if (age >= 65) odds = {0.7, 0.5, 0.3, 2.2, 0.4};
    else if (age >= 45) odds = {0.9, 0.9, 0.6, 1.3, 0.8};
    else if (age < 25) odds = {1.1, 1.1, 1.8, 0.9, 1.1};
    if (size >= 5) odds[0] *= 2.0, odds[1] *= 1.6, odds[3] *= 0.6, odds[4] *= 1.5;
    return odds;
}

/// Draws a group among those still to be given out.
EthnicGroup pick_group(std::vector<int>& left, const std::array<double, groups>& odds, Luck& luck) {
    std::array<double, groups> weights{};
    for (std::size_t g = 0; g < groups; ++g) weights[g] = left[g] * odds[g];
    const std::size_t group = luck.pick(weights);
    --left[group];
    return static_cast<EthnicGroup>(group);
}

void draw_household_groups(PlaceDraft& draft, const DraftHousehold& household, std::vector<int>& left, Luck& luck) {
    auto& reference = draft.people[household.members.front()];
    auto odds = household_odds(reference.age, household.members.size());
    if (household.members.size() > 1) odds[mixed] *= 0.4;  // more of the mixed group are children of two groups
    reference.ethnic_group = pick_group(left, odds, luck);
    EthnicGroup partner = reference.ethnic_group;
    for (std::size_t m = 1; m < household.members.size(); ++m) {
        auto& person = draft.people[household.members[m]];
        const auto group = static_cast<std::size_t>(reference.ethnic_group);
        if (person.role == Role::child && partner != reference.ethnic_group && left[mixed] > 0 && luck.happens(mixed_children)) {
            person.ethnic_group = EthnicGroup::mixed;
            --left[mixed];
            continue;
        }
        const bool same = household.kind == HouseholdKind::private_household &&
                          luck.happens(person.role == Role::partner ? same_as_partner : same_as_reference);
        if (same && left[group] > 0) {
            person.ethnic_group = reference.ethnic_group;
            --left[group];
        } else {
            person.ethnic_group = pick_group(left, household_odds(person.age, 1), luck);
        }
        if (person.role == Role::partner) partner = person.ethnic_group;
    }
}

}  // namespace

void draw_ethnic_groups(PlaceDraft& draft, const std::vector<double>& target, Luck& luck) {
    auto left = round_to_total(target, static_cast<int>(draft.people.size()));
    std::vector<std::size_t> order;
    for (std::size_t h = 0; h < draft.households.size(); ++h) order.push_back(h);
    luck.shuffle(order);
    // Those who live alone or in an establishment come last: they can take whatever is left to give.
    std::ranges::stable_partition(order, [&](std::size_t h) {
        return draft.households[h].kind == HouseholdKind::private_household && draft.households[h].members.size() > 1;
    });
    for (const auto h : order) draw_household_groups(draft, draft.households[h], left, luck);
}

void draw_disability(PlaceDraft& draft, const CensusTables& census, const std::vector<double>& target, Luck& luck) {
    constexpr double in_care_home = 8.0;  // assumed odds ratio
    std::vector<double> odds;
    for (const auto& person : draft.people) {
        const double share = census.disabled[static_cast<std::size_t>(person.sex)][person.age];
        const bool care = draft.households[person.household].kind == HouseholdKind::care_home;
        odds.push_back((care ? in_care_home : 1.0) * share / std::max(1e-3, 1 - share));
    }
    const auto totals = round_to_total(target, static_cast<int>(draft.people.size()));
    const auto chosen = choose_by_odds(odds, totals[1], luck);
    for (std::size_t i = 0; i < draft.people.size(); ++i) draft.people[i].disabled = chosen[i] != 0;
}

}  // namespace spires
