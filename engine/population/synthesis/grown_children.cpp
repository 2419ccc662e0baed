#include "population/synthesis/families.hpp"
#include "population/synthesis/siblings.hpp"

#include <algorithm>
#include <functional>

namespace spires {

namespace {

/// Assumed: part of grown children who have a grown brother or sister at home; most of one family.
constexpr double another_at_home = 0.2;
constexpr std::size_t most_grown = 4;

/// Lone parents still without a child, the oldest first: few children are old enough for them.
std::vector<std::uint32_t> childless_lone_parents(const std::vector<FamilyUnit>& units) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (units[i].lone() && units[i].childless()) found.push_back(i);
    std::ranges::stable_sort(found, std::greater<>{},
                             [&](std::uint32_t i) { return units[i].mother_age; });
    return found;
}

}  // namespace

std::vector<std::uint32_t> keep_grown_children(const PlaceDraft& draft,
                                               std::vector<FamilyUnit>& units, Luck& luck) {
    Shelves waiting, parents, again;
    std::vector<std::uint32_t> left;
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::child &&
            draft.people[i].age >= dependent_until)
            waiting.put(draft.people[i].age, i);
    for (const auto i : childless_lone_parents(units)) {
        auto& unit = units[i];
        const int wished = unit.mother_age - draw_birth_age(luck);
        const auto child = waiting.take_nearest(wished, unit.mother_age - oldest_parent,
                                                unit.mother_age - youngest_parent);
        if (child != Shelves::nothing) unit.grown.push_back(child);
    }
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (!units[i].childless() || !units[i].lone()) parents.put(units[i].mother_age, i);
    for (int age = dependent_until; age <= oldest_age; ++age)
        for (const auto child : waiting.at(age)) {
            const int wished = age + draw_birth_age(luck);
            const int low = age + youngest_parent, high = age + oldest_parent;
            // Brothers and sisters: parents who have one at home keep another more easily.
            auto found = luck.happens(another_at_home)
                             ? again.take_nearest(wished, std::max(low, wished - 4),
                                                  std::min(high, wished + 4))
                             : Shelves::nothing;
            if (found == Shelves::nothing) found = parents.take_nearest(wished, low, high);
            if (found == Shelves::nothing) found = again.take_nearest(wished, low, high);
            if (found != Shelves::nothing && units[found].grown.size() < most_grown)
                again.put(units[found].mother_age, found);
            if (found == Shelves::nothing)
                left.push_back(child);
            else
                units[found].grown.push_back(child);
        }
    return left;
}

}  // namespace spires
