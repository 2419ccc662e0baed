#include "population/synthesis/families.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Assumed: the man of a couple is two years older on average, give or take.
constexpr double older_man = 2.0, age_scatter = 2.2;

/// People of a sex with an arrangement, in order of age blurred by chance.
std::vector<std::uint32_t> by_blurred_age(const PlaceDraft& draft, Arrangement arrangement, Sex sex, double shift, double scatter, Luck& luck) {
    std::vector<std::pair<double, std::uint32_t>> keyed;
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == arrangement && draft.people[i].sex == sex)
            keyed.emplace_back(draft.people[i].age + shift + scatter * luck.normal(), i);
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> people;
    for (const auto& [key, person] : keyed) people.push_back(person);
    return people;
}

FamilyUnit couple_of(const PlaceDraft& draft, std::uint32_t a, std::uint32_t b, Luck& luck) {
    FamilyUnit unit;
    const auto &first = draft.people[a], &second = draft.people[b];
    // The census asks whoever fills in the form: in two of three couples the man.
    const bool swap = luck.happens(first.sex == Sex::female ? 0.65 : 0.35);
    unit.reference = swap ? b : a;
    unit.partner = swap ? a : b;
    if (first.sex != second.sex) unit.mother_age = first.sex == Sex::female ? first.age : second.age;
    else unit.mother_age = std::min(first.age, second.age);
    return unit;
}

/// Takes every n-th pair of neighbours out of a list of one sex.
void pair_within(std::vector<std::uint32_t>& people, int pairs, const PlaceDraft& draft, std::vector<FamilyUnit>& units, Luck& luck) {
    for (; pairs > 0 && people.size() > 1; --pairs) {
        const std::size_t at = luck.below(people.size() - 1);
        units.push_back(couple_of(draft, people[at], people[at + 1], luck));
        people.erase(people.begin() + static_cast<std::ptrdiff_t>(at), people.begin() + static_cast<std::ptrdiff_t>(at + 2));
    }
}

}  // namespace

std::vector<FamilyUnit> form_units(const PlaceDraft& draft, const ArrangementPlan& plan, Luck& luck) {
    std::vector<FamilyUnit> units;
    auto women = by_blurred_age(draft, Arrangement::couple, Sex::female, 0.0, age_scatter, luck);
    auto men = by_blurred_age(draft, Arrangement::couple, Sex::male, -older_man, age_scatter, luck);
    pair_within(women, plan.same_sex_couples[0], draft, units, luck);
    pair_within(men, plan.same_sex_couples[1], draft, units, luck);
    for (std::size_t i = 0; i < std::min(women.size(), men.size()); ++i) units.push_back(couple_of(draft, women[i], men[i], luck));
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::lone_parent) {
            units.push_back({});
            units.back().reference = i;
            units.back().mother_age = draft.people[i].age;
        }
    luck.shuffle(units);
    return units;
}

}  // namespace spires
