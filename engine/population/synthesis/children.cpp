#include "population/synthesis/families.hpp"
#include "population/synthesis/siblings.hpp"

#include <algorithm>
#include <functional>

namespace spires {

namespace {

/// Assumed: part of lone parents of 45 and over who have dependent children, where there are
/// enough.
constexpr double older_lone_with_dependent = 0.45;
constexpr int lone_surely_until = 45;

/// Lone parents who have dependent children: nearly all the younger ones, some of the older.
std::vector<char> lone_with_dependent(const std::vector<FamilyUnit>& units, int families,
                                      Luck& luck) {
    std::vector<char> chosen(units.size(), 0);
    int count = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units[i].lone() || count == families) continue;
        chosen[i] = units[i].mother_age < lone_surely_until ||
                    (units[i].mother_age < 62 && luck.happens(older_lone_with_dependent));
        count += chosen[i];
    }
    return chosen;
}

/// Lone parents choose among their groups, the youngest first: few children are young enough for
/// them.
void match_lone_parents(std::vector<Siblings>& groups, std::vector<FamilyUnit>& units,
                        std::vector<std::uint32_t> parents, Luck& luck) {
    std::ranges::stable_sort(parents, std::less<>{},
                             [&](std::uint32_t i) { return units[i].mother_age; });
    Shelves by_oldest;
    for (std::uint32_t g = 0; g < groups.size(); ++g) by_oldest.put(groups[g].oldest, g);
    for (const auto i : parents) {
        const int mother = units[i].mother_age;
        const int wished = mother - draw_birth_age(luck);
        const auto found =
            by_oldest.take_nearest(wished, mother - oldest_parent, mother - youngest_parent);
        if (found == Shelves::nothing) continue;
        if (mother > groups[found].most_mother()) {
            by_oldest.put(groups[found].oldest, found);
            continue;
        }
        units[i].dependent = std::move(groups[found].children);
        groups[found].children.clear();
    }
}

/// Gives each group to the parent nearest to its wished mother's age.
void match_couples(std::vector<Siblings>& groups, std::vector<FamilyUnit>& units, Shelves couples) {
    for (auto& group : groups) {
        const auto found =
            couples.take_nearest(group.wished_mother, group.least_mother(), group.most_mother());
        if (found == Shelves::nothing) continue;
        units[found].dependent = std::move(group.children);
        group.children.clear();
    }
}

/// Children of groups no mother fits go one by one: to a childless lone parent, else to any family
/// in reach.
std::vector<std::uint32_t> place_the_rest(const PlaceDraft& draft,
                                          const std::vector<Siblings>& groups,
                                          std::vector<FamilyUnit>& units, Luck& luck) {
    Shelves childless, raising;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (units[i].lone() && units[i].childless()) childless.put(units[i].mother_age, i);
        if (!units[i].dependent.empty()) raising.put(units[i].mother_age, i);
    }
    std::vector<std::uint32_t> left;
    for (const auto& group : groups)
        for (const auto child : group.children) {
            const int age = draft.people[child].age;
            const int wished = age + draw_birth_age(luck);
            auto found = childless.take_nearest(wished, age + youngest_parent, age + oldest_parent);
            if (found == Shelves::nothing)
                found = raising.take_nearest(wished, age + youngest_parent, age + oldest_parent);
            if (found == Shelves::nothing)
                left.push_back(child);
            else
                units[found].dependent.push_back(child);
        }
    return left;
}

}  // namespace

std::vector<std::uint32_t> raise_children(const PlaceDraft& draft, const CensusTables& census,
                                          std::vector<FamilyUnit>& units, int families,
                                          Luck& luck) {
    Nursery nursery(draft, luck);
    families = std::min(families, nursery.size());
    const auto chosen = lone_with_dependent(units, families, luck);
    const int lone = static_cast<int>(std::ranges::count(chosen, 1));
    const auto sizes = draw_sizes(census, lone, families - lone, nursery.size(), luck);
    auto of_couples = nursery.take(sizes.couples), of_lone = nursery.take(sizes.lone);
    std::vector<std::uint32_t> lone_parents;
    Shelves couples;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (chosen[i])
            lone_parents.push_back(i);
        else if (!units[i].lone())
            couples.put(units[i].mother_age, i);
    }
    match_lone_parents(of_lone, units, std::move(lone_parents), luck);
    of_couples.insert(of_couples.end(), of_lone.begin(), of_lone.end());
    std::erase_if(of_couples, [](const Siblings& group) { return group.children.empty(); });
    match_couples(of_couples, units, std::move(couples));
    return place_the_rest(draft, of_couples, units, luck);
}

}  // namespace spires
