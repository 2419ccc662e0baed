#include "population/synthesis/siblings.hpp"

#include "population/synthesis/rounding.hpp"

#include <algorithm>
#include <functional>

namespace spires {

namespace {

/// Assumed: years between brothers and sisters, 1 to 5, now and then twins.
constexpr std::array<double, 6> spacing{0.03, 0.17, 0.32, 0.24, 0.14, 0.10};
/// Most years between the oldest and the youngest.
constexpr int widest_span = 16;

}  // namespace

FamilySizes draw_sizes(const CensusTables& census, int lone, int couples, int children,
                       Luck& luck) {
    const auto& shares = census.household_size[static_cast<std::size_t>(
        Composition::families_with_dependent_children)];
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
    for (std::size_t s = 1; s < counts.size(); ++s)
        larger.insert(larger.end(), static_cast<std::size_t>(counts[s]), static_cast<int>(s) + 2);
    luck.shuffle(larger);
    for (const int size : larger) {
        if (static_cast<int>(sizes.lone.size()) < lone)
            sizes.lone.push_back(size - 1);
        else
            sizes.couples.push_back(size - 2);
    }
    return sizes;
}

Nursery::Nursery(const PlaceDraft& draft, Luck& luck)
    : draft_(draft), luck_(luck), taken_(draft.people.size(), 0) {
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::child &&
            draft.people[i].age < dependent_until) {
            shelves_.put(draft.people[i].age, i);
            order_.push_back(i);
        }
    luck.shuffle(order_);
}

std::vector<Siblings> Nursery::take(std::vector<int> sizes) {
    std::ranges::sort(sizes, std::greater<>{});
    std::vector<Siblings> groups;
    for (const int size : sizes)
        if (shelves_.size() > 0) groups.push_back(take_group(size));
    return groups;
}

std::uint32_t Nursery::take_first() {
    while (taken_[order_.back()]) order_.pop_back();
    const int age = draft_.people[order_.back()].age;
    return shelves_.take_nearest(age, age, age);
}

Siblings Nursery::take_group(int size) {
    Siblings siblings;
    const auto add = [&](std::uint32_t child) {
        const int age = draft_.people[child].age;
        taken_[child] = 1;
        siblings.youngest = siblings.children.empty() ? age : std::min(siblings.youngest, age);
        siblings.oldest = siblings.children.empty() ? age : std::max(siblings.oldest, age);
        siblings.children.push_back(child);
    };
    add(take_first());
    while (static_cast<int>(siblings.children.size()) < size) {
        // The first child may be the oldest, the youngest or between: both sides are sought.
        const int gap = static_cast<int>(luck_.pick(spacing));
        const int wished = luck_.happens(0.5) ? siblings.youngest - gap : siblings.oldest + gap;
        const std::uint32_t next = shelves_.take_nearest(wished, siblings.oldest - widest_span,
                                                         siblings.youngest + widest_span);
        if (next == Shelves::nothing) break;
        add(next);
    }
    siblings.wished_mother = std::clamp(siblings.oldest + draw_birth_age(luck_),
                                        siblings.least_mother(), siblings.most_mother());
    return siblings;
}

}  // namespace spires
