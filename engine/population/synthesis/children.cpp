#include "population/synthesis/families.hpp"
#include "population/synthesis/rounding.hpp"
#include "population/synthesis/shelves.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Assumed: the mother's age at the birth of the oldest and of any grown child.
constexpr double first_birth_age = 28.0, birth_age_scatter = 5.2;
/// Assumed: years between brothers and sisters, 1 to 5, now and then twins.
constexpr std::array<double, 6> spacing{0.03, 0.17, 0.32, 0.24, 0.14, 0.10};
/// Assumed: part of lone parents of 45 and over who have dependent children, where there are enough.
constexpr double older_lone_with_dependent = 0.55;
/// Part of families with dependent children that are couples (England and Wales 2021, about three of four).
constexpr double couple_share = 0.74;
constexpr int most_children = 7;

struct Siblings {
    std::vector<std::uint32_t> children;
    int youngest = 0, oldest = 0;
    int wished_mother = 0;
    [[nodiscard]] int least_mother() const noexcept { return oldest + youngest_parent; }
    [[nodiscard]] int most_mother() const noexcept { return youngest + oldest_parent; }
};

/// Shares of 1, 2, 3 … dependent children, read from household sizes as if all else were parents.
std::vector<double> children_shares(const CensusTables& census) {
    const auto& sizes = census.household_size[static_cast<std::size_t>(Composition::families_with_dependent_children)];
    std::vector<double> shares;
    for (std::size_t n = 1; n <= most_children; ++n)
        shares.push_back((n + 1 < sizes.size() ? couple_share * sizes[n + 1] : 0.0) + (n < sizes.size() ? (1 - couple_share) * sizes[n] : 0.0) + 1e-6);
    return shares;
}

Siblings take_siblings(const PlaceDraft& draft, Shelves& shelves, std::vector<std::uint32_t>& order, std::vector<char>& taken, int size, Luck& luck) {
    Siblings siblings;
    while (taken[order.back()]) order.pop_back();
    // The child at hand may be the oldest, the youngest or between: brothers and sisters are sought on both sides.
    const int age = draft.people[order.back()].age;
    const std::uint32_t first = shelves.take_nearest(age, age, age);
    siblings.children.push_back(first);
    taken[first] = 1;
    siblings.youngest = siblings.oldest = age;
    while (static_cast<int>(siblings.children.size()) < size) {
        const int gap = static_cast<int>(luck.pick(spacing));
        const int wished = luck.happens(0.5) ? siblings.youngest - gap : siblings.oldest + gap;
        const std::uint32_t next = shelves.take_nearest(wished, siblings.oldest - 16, siblings.youngest + 16);
        if (next == Shelves::nothing) break;
        taken[next] = 1;
        siblings.children.push_back(next);
        siblings.youngest = std::min<int>(siblings.youngest, draft.people[next].age);
        siblings.oldest = std::max<int>(siblings.oldest, draft.people[next].age);
    }
    const int wished = siblings.oldest + static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
    siblings.wished_mother = std::clamp(wished, siblings.least_mother(), siblings.most_mother());
    return siblings;
}

/// Dependent children of the place in groups of brothers and sisters, the largest groups first.
std::vector<Siblings> group_siblings(const PlaceDraft& draft, const CensusTables& census, int families, Luck& luck) {
    Shelves shelves;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::child && draft.people[i].age < dependent_until) {
            shelves.put(draft.people[i].age, i);
            order.push_back(i);
        }
    luck.shuffle(order);
    std::vector<char> taken(draft.people.size(), 0);
    const int groups = std::min<int>(families, static_cast<int>(order.size()));
    const auto sizes = sizes_adding_up(children_shares(census), 1, groups, static_cast<int>(order.size()));
    std::vector<Siblings> result;
    for (std::size_t size = sizes.size(); size > 0; --size)
        for (int i = 0; i < sizes[size - 1] && shelves.size() > 0; ++i)
            result.push_back(take_siblings(draft, shelves, order, taken, static_cast<int>(size), luck));
    return result;
}

/// Units on shelves by the mother's age.
Shelves shelve(const std::vector<FamilyUnit>& units, bool lone) {
    Shelves shelves;
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (units[i].lone() == lone) shelves.put(units[i].mother_age, i);
    return shelves;
}

/// Lone parents choose first: they are lone parents because they have children.
void match_lone_parents(std::vector<Siblings>& groups, std::vector<FamilyUnit>& units, Luck& luck) {
    Shelves waiting;
    for (std::uint32_t i = 0; i < groups.size(); ++i) waiting.put(groups[i].wished_mother, i);
    for (auto& unit : units) {
        if (!unit.lone() || (unit.mother_age >= 45 && !luck.happens(older_lone_with_dependent))) continue;
        const std::uint32_t found = waiting.take_nearest(unit.mother_age, unit.mother_age - 8, unit.mother_age + 8);
        if (found == Shelves::nothing) continue;
        auto& group = groups[found];
        if (unit.mother_age < group.least_mother() || unit.mother_age > group.most_mother()) {
            waiting.put(group.wished_mother, found);
            continue;
        }
        unit.dependent = std::move(group.children);
        group.children.clear();
    }
}

void match_couples(std::vector<Siblings>& groups, std::vector<FamilyUnit>& units) {
    Shelves couples = shelve(units, false);
    for (auto& group : groups) {
        if (group.children.empty()) continue;
        const auto found = couples.take_nearest(group.wished_mother, group.least_mother(), group.most_mother());
        if (found == Shelves::nothing) continue;
        units[found].dependent = std::move(group.children);
        group.children.clear();
    }
}

/// Children of groups no mother fits go one by one: to a childless lone parent, else to any family in reach.
std::vector<std::uint32_t> place_the_rest(const PlaceDraft& draft, const std::vector<Siblings>& groups, std::vector<FamilyUnit>& units, Luck& luck) {
    Shelves childless, raising;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (units[i].lone() && units[i].childless()) childless.put(units[i].mother_age, i);
        if (!units[i].dependent.empty()) raising.put(units[i].mother_age, i);
    }
    std::vector<std::uint32_t> left;
    for (const auto& group : groups)
        for (const auto child : group.children) {
            const int age = draft.people[child].age;
            const int wished = age + static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
            auto found = childless.take_nearest(wished, age + youngest_parent, age + oldest_parent);
            if (found == Shelves::nothing) found = raising.take_nearest(wished, age + youngest_parent, age + oldest_parent);
            if (found == Shelves::nothing) left.push_back(child);
            else units[found].dependent.push_back(child);
        }
    return left;
}

}  // namespace

std::vector<std::uint32_t> raise_children(const PlaceDraft& draft, const CensusTables& census, std::vector<FamilyUnit>& units, int families, Luck& luck) {
    auto groups = group_siblings(draft, census, families, luck);
    match_lone_parents(groups, units, luck);
    match_couples(groups, units);
    return place_the_rest(draft, groups, units, luck);
}

std::vector<std::uint32_t> keep_grown_children(const PlaceDraft& draft, std::vector<FamilyUnit>& units, Luck& luck) {
    Shelves waiting, couples, again;
    std::vector<std::uint32_t> lone, left;
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::child && draft.people[i].age >= dependent_until) waiting.put(draft.people[i].age, i);
    for (auto& unit : units)
        if (unit.lone() && unit.childless()) {
            const int wished = unit.mother_age - static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
            const auto child = waiting.take_nearest(wished, unit.mother_age - oldest_parent, unit.mother_age - youngest_parent);
            if (child != Shelves::nothing) unit.grown.push_back(child);
        }
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (!units[i].childless() || !units[i].lone()) couples.put(units[i].mother_age, i);
    for (int age = dependent_until; age <= oldest_age; ++age)
        for (const auto child : waiting.at(age)) {
            const int wished = age + static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
            auto found = couples.take_nearest(wished, age + youngest_parent, age + oldest_parent);
            if (found == Shelves::nothing) found = again.take_nearest(wished, age + youngest_parent, age + oldest_parent);
            else if (luck.happens(0.4)) again.put(units[found].mother_age, found);
            if (found == Shelves::nothing) left.push_back(child);
            else units[found].grown.push_back(child);
        }
    return left;
}

}  // namespace spires
