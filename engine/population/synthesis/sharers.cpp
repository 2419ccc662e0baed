#include "population/synthesis/households.hpp"
#include "population/synthesis/rounding.hpp"
#include "population/synthesis/shelves.hpp"

#include <algorithm>

namespace spires {

namespace {

/// From this age a sharer rather joins the family of a grown child than a flat of strangers.
constexpr int grandparent_from = 55;
/// Assumed: sharers of a household are of about one age; the scatter in years.
constexpr double sharers_scatter = 3.0;

/// Sharers join families: grandparents first, then whoever there is. Returns those who still share apart.
std::vector<std::uint32_t> join_families(PlaceDraft& draft, std::vector<FamilyUnit>& units, std::vector<std::uint32_t> sharers, int wanted,
                                         bool with_children, std::vector<std::pair<std::uint32_t, std::uint32_t>>& joining, Luck& luck) {
    Shelves families;
    std::vector<std::uint32_t> apart;
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (!units[i].extended && units[i].dependent.empty() != with_children) families.put(units[i].mother_age, i);
    for (const auto person : sharers) {
        const int age = draft.people[person].age;
        const bool old = age >= grandparent_from;
        const int wished = old ? age - 28 + static_cast<int>(5 * luck.normal()) : age + static_cast<int>(8 * luck.normal());
        const int low = old ? age - oldest_parent : adult_from, high = old ? age - youngest_parent : oldest_age;
        const auto found = wanted > 0 ? families.take_nearest(wished, low, high) : Shelves::nothing;
        if (found == Shelves::nothing) {
            apart.push_back(person);
            continue;
        }
        units[found].extended = true;
        joining.emplace_back(found, person);
        --wanted;
    }
    return apart;
}

/// Everyone who shares and has no household yet, the old first, otherwise in order of blurred age.
std::vector<std::uint32_t> sharers_of(const PlaceDraft& draft, Luck& luck) {
    std::vector<std::pair<double, std::uint32_t>> keyed;
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::sharing && draft.people[i].household == no_household)
            keyed.emplace_back(-(draft.people[i].age + sharers_scatter * luck.normal()), i);
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> sharers;
    for (const auto& [key, person] : keyed) sharers.push_back(person);
    return sharers;
}

/// Sizes of the shared households in random order; they add up to the sharers where sizes of 2 to 12 allow.
std::vector<int> shared_sizes(const CensusTables& census, int households, int sharers, Luck& luck) {
    const auto& shares = census.household_size[static_cast<std::size_t>(Composition::other)];
    std::vector<double> from_two(shares.begin() + 1, shares.end());
    for (auto& share : from_two) share += 1e-6;
    // Eight and more: a tail that halves with every further person.
    const double tail = from_two.back();
    from_two.back() = tail / 2;
    for (int i = 0; i < 4; ++i) from_two.push_back(from_two.back() / 2);
    const auto counts = sizes_adding_up(from_two, 2, households, sharers);
    std::vector<int> sizes;
    for (std::size_t i = 0; i < counts.size(); ++i) sizes.insert(sizes.end(), static_cast<std::size_t>(counts[i]), static_cast<int>(i) + 2);
    luck.shuffle(sizes);
    return sizes;
}

/// Puts sharers into exactly `households` homes. Too few of them: some homes have one person. Too many: those
/// left over are returned.
std::vector<std::uint32_t> form_shared_households(PlaceDraft& draft, const CensusTables& census, const std::vector<std::uint32_t>& sharers,
                                                  int households, Luck& luck) {
    const int people = static_cast<int>(sharers.size());
    const int alone = std::clamp(2 * households - people, 0, std::min(households, people));
    auto sizes = shared_sizes(census, households - alone, people - alone, luck);
    sizes.insert(sizes.end(), static_cast<std::size_t>(alone), 1);
    std::size_t next = 0;
    for (const int size : sizes) {
        if (next == sharers.size()) break;
        const auto household = draft.add_household(HouseholdKind::private_household, size == 1 ? Composition::one_person : Composition::other);
        for (int i = 0; i < size && next < sharers.size(); ++i)
            draft.move_in(sharers[next++], household, i == 0 ? Role::reference : Role::other);
    }
    return {sharers.begin() + static_cast<std::ptrdiff_t>(next), sharers.end()};
}

/// Where homes are scarce, people live with families that already share, then with any.
void crowd_in(std::vector<FamilyUnit>& units, const std::vector<std::uint32_t>& people, Luck& luck) {
    std::vector<std::uint32_t> sharing;
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (units[i].extended) sharing.push_back(i);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const bool room = i < 3 * sharing.size();
        auto& unit = units[room ? sharing[i % sharing.size()] : luck.below(units.size())];
        unit.others.push_back(people[i]);
        unit.extended = true;
    }
}

}  // namespace

void form_shared(PlaceDraft& draft, const CensusTables& census, std::vector<FamilyUnit>& units, const std::vector<std::uint32_t>& waiting,
                 int households, const ArrangementPlan& plan, Luck& luck) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> joining;
    auto sharers = sharers_of(draft, luck);
    sharers = join_families(draft, units, std::move(sharers), plan.extended_with_children, true, joining, luck);
    sharers = join_families(draft, units, std::move(sharers), plan.extended - plan.extended_with_children, false, joining, luck);
    for (const auto& [unit, person] : joining) units[unit].others.push_back(person);
    const auto crowded = form_shared_households(draft, census, sharers, households - static_cast<int>(joining.size()), luck);
    crowd_in(units, crowded, luck);
    // Children without parents grow up with other relatives, in a family's household.
    crowd_in(units, waiting, luck);
}

}  // namespace spires
