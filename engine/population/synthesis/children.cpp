#include "population/synthesis/families.hpp"
#include "population/synthesis/rounding.hpp"
#include "population/synthesis/shelves.hpp"

#include <algorithm>
#include <functional>

namespace spires {

namespace {

/// Assumed: the mother's age at the birth of the oldest and of any grown child.
constexpr double first_birth_age = 28.0, birth_age_scatter = 5.2;
/// Assumed: years between brothers and sisters, 1 to 5, now and then twins.
constexpr std::array<double, 6> spacing{0.03, 0.17, 0.32, 0.24, 0.14, 0.10};
/// Assumed: part of lone parents of 45 and over who have dependent children, where there are enough.
constexpr double older_lone_with_dependent = 0.45;
constexpr int lone_surely_until = 45;
/// Assumed: part of grown children who have a grown brother or sister at home; most of one family.
constexpr double another_at_home = 0.2;
constexpr std::size_t most_grown = 4;

struct Siblings {
    std::vector<std::uint32_t> children;
    int youngest = 0, oldest = 0;
    int wished_mother = 0;
    [[nodiscard]] int least_mother() const noexcept { return oldest + youngest_parent; }
    [[nodiscard]] int most_mother() const noexcept { return youngest + oldest_parent; }
};

/// How many dependent children each family has, lone parents' families first.
struct FamilySizes {
    std::vector<int> lone, couples;
};

/// Sizes of households (parents and dependent children) as the table has them, so many that parents and children add
/// up; households of two are lone parents' alone.
FamilySizes draw_sizes(const CensusTables& census, int lone, int couples, int children, Luck& luck) {
    const auto& shares = census.household_size[static_cast<std::size_t>(Composition::families_with_dependent_children)];
    std::vector<double> from_two(shares.begin() + 1, shares.end());
    for (auto& share : from_two) share += 1e-6;
    const int families = lone + couples;
    auto counts = sizes_adding_up(from_two, 2, families, children + lone + 2 * couples);
    for (; counts[0] > lone; --counts[0]) {
        ++counts[1];
        // One person more there, one fewer in some larger household.
        for (std::size_t s = counts.size() - 1; s > 1; --s)
            if (counts[s] > 0) {
                --counts[s], ++counts[s - 1];
                break;
            }
    }
    FamilySizes sizes;
    sizes.lone.assign(static_cast<std::size_t>(counts[0]), 1);
    std::vector<int> larger;
    for (std::size_t s = 1; s < counts.size(); ++s) larger.insert(larger.end(), static_cast<std::size_t>(counts[s]), static_cast<int>(s) + 2);
    luck.shuffle(larger);
    for (const int size : larger) {
        if (static_cast<int>(sizes.lone.size()) < lone) sizes.lone.push_back(size - 1);
        else sizes.couples.push_back(size - 2);
    }
    return sizes;
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

/// The dependent children of a place, taken in groups of brothers and sisters.
class Nursery {
public:
    explicit Nursery(const PlaceDraft& draft, Luck& luck) : draft_(draft), luck_(luck), taken_(draft.people.size(), 0) {
        for (std::uint32_t i = 0; i < draft.people.size(); ++i)
            if (draft.people[i].arrangement == Arrangement::child && draft.people[i].age < dependent_until) {
                shelves_.put(draft.people[i].age, i);
                order_.push_back(i);
            }
        luck.shuffle(order_);
    }
    [[nodiscard]] int size() const noexcept { return static_cast<int>(shelves_.size()); }
    /// Groups of the given sizes, the largest first, as far as there are children.
    std::vector<Siblings> take(std::vector<int> sizes) {
        std::ranges::sort(sizes, std::greater<>{});
        std::vector<Siblings> groups;
        for (const int size : sizes)
            if (shelves_.size() > 0) groups.push_back(take_siblings(draft_, shelves_, order_, taken_, size, luck_));
        return groups;
    }

private:
    const PlaceDraft& draft_;
    Luck& luck_;
    Shelves shelves_;
    std::vector<std::uint32_t> order_;
    std::vector<char> taken_;
};

/// Lone parents who have dependent children: nearly all the younger ones, some of the older.
std::vector<char> lone_with_dependent(const std::vector<FamilyUnit>& units, int families, Luck& luck) {
    std::vector<char> chosen(units.size(), 0);
    int count = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units[i].lone() || count == families) continue;
        chosen[i] = units[i].mother_age < lone_surely_until || (units[i].mother_age < 62 && luck.happens(older_lone_with_dependent));
        count += chosen[i];
    }
    return chosen;
}

/// Lone parents choose among their groups, the youngest first: few children are young enough for them.
void match_lone_parents(std::vector<Siblings>& groups, std::vector<FamilyUnit>& units, std::vector<std::uint32_t> parents, Luck& luck) {
    std::ranges::stable_sort(parents, std::less<>{}, [&](std::uint32_t i) { return units[i].mother_age; });
    Shelves by_oldest;
    for (std::uint32_t g = 0; g < groups.size(); ++g) by_oldest.put(groups[g].oldest, g);
    for (const auto i : parents) {
        const int mother = units[i].mother_age;
        const int wished = mother - static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
        const auto found = by_oldest.take_nearest(wished, mother - oldest_parent, mother - youngest_parent);
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
        const auto found = couples.take_nearest(group.wished_mother, group.least_mother(), group.most_mother());
        if (found == Shelves::nothing) continue;
        units[found].dependent = std::move(group.children);
        group.children.clear();
    }
}

/// Lone parents still without a child, the oldest first: few children are old enough for them.
std::vector<std::uint32_t> childless_lone_parents(const std::vector<FamilyUnit>& units) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (units[i].lone() && units[i].childless()) found.push_back(i);
    std::ranges::stable_sort(found, std::greater<>{}, [&](std::uint32_t i) { return units[i].mother_age; });
    return found;
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
    Nursery nursery(draft, luck);
    families = std::min(families, nursery.size());
    const auto chosen = lone_with_dependent(units, families, luck);
    const int lone = static_cast<int>(std::ranges::count(chosen, 1));
    const auto sizes = draw_sizes(census, lone, families - lone, nursery.size(), luck);
    auto of_couples = nursery.take(sizes.couples), of_lone = nursery.take(sizes.lone);
    std::vector<std::uint32_t> lone_parents;
    Shelves couples;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (chosen[i]) lone_parents.push_back(i);
        else if (!units[i].lone()) couples.put(units[i].mother_age, i);
    }
    match_lone_parents(of_lone, units, std::move(lone_parents), luck);
    of_couples.insert(of_couples.end(), of_lone.begin(), of_lone.end());
    std::erase_if(of_couples, [](const Siblings& group) { return group.children.empty(); });
    match_couples(of_couples, units, std::move(couples));
    return place_the_rest(draft, of_couples, units, luck);
}

std::vector<std::uint32_t> keep_grown_children(const PlaceDraft& draft, std::vector<FamilyUnit>& units, Luck& luck) {
    Shelves waiting, parents, again;
    std::vector<std::uint32_t> left;
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::child && draft.people[i].age >= dependent_until) waiting.put(draft.people[i].age, i);
    for (const auto i : childless_lone_parents(units)) {
        auto& unit = units[i];
        const int wished = unit.mother_age - static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
        const auto child = waiting.take_nearest(wished, unit.mother_age - oldest_parent, unit.mother_age - youngest_parent);
        if (child != Shelves::nothing) unit.grown.push_back(child);
    }
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (!units[i].childless() || !units[i].lone()) parents.put(units[i].mother_age, i);
    for (int age = dependent_until; age <= oldest_age; ++age)
        for (const auto child : waiting.at(age)) {
            const int wished = age + static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
            const int low = age + youngest_parent, high = age + oldest_parent;
            // Brothers and sisters: parents who have one at home keep another more easily.
            auto found = luck.happens(another_at_home) ? again.take_nearest(wished, std::max(low, wished - 4), std::min(high, wished + 4)) : Shelves::nothing;
            if (found == Shelves::nothing) found = parents.take_nearest(wished, low, high);
            if (found == Shelves::nothing) found = again.take_nearest(wished, low, high);
            if (found != Shelves::nothing && units[found].grown.size() < most_grown) again.put(units[found].mother_age, found);
            if (found == Shelves::nothing) left.push_back(child);
            else units[found].grown.push_back(child);
        }
    return left;
}

}  // namespace spires
