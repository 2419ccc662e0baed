#include "population/synthesis/households.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Residents of an establishment on average: a hall's house, a care home, a hostel or ward (assumed).
constexpr std::array<int, household_kind_names.size()> usual_residents{1, 250, 40, 25};

void form_one_person(PlaceDraft& draft) {
    for (std::uint32_t i = 0; i < draft.people.size(); ++i)
        if (draft.people[i].arrangement == Arrangement::alone && draft.people[i].household == no_household)
            draft.move_in(i, draft.add_household(HouseholdKind::private_household, Composition::one_person), Role::reference);
}

void move_family_in(PlaceDraft& draft, const FamilyUnit& unit) {
    auto composition = unit.dependent.empty() ? Composition::other_single_family : Composition::families_with_dependent_children;
    if (unit.lone() && unit.childless()) composition = Composition::one_person;  // a lone parent no child was found for
    if (unit.extended) composition = Composition::other;
    const auto household = draft.add_household(HouseholdKind::private_household, composition);
    draft.move_in(unit.reference, household, Role::reference);
    if (!unit.lone()) draft.move_in(unit.partner, household, Role::partner);
    for (const auto* children : {&unit.dependent, &unit.grown})
        for (const auto child : *children) draft.move_in(child, household, Role::child);
    for (const auto other : unit.others) draft.move_in(other, household, Role::other);
}

}  // namespace

PlaceDraft form_households(std::size_t place, const PlacePlan& plan, const CensusTables& census, Luck& luck) {
    PlaceDraft draft;
    draft.place = place;
    const ArrangementPlan arrangement = plan_arrangements(census, plan);
    draw_arrangements(draft, census, plan, arrangement, luck);
    auto units = form_units(draft, arrangement, luck);
    const int with_children = plan.composition[static_cast<std::size_t>(Composition::families_with_dependent_children)] + arrangement.extended_with_children;
    const auto orphans = raise_children(draft, census, units, with_children, luck);
    for (const auto person : keep_grown_children(draft, units, luck)) draft.people[person].arrangement = Arrangement::sharing;
    for (const auto& unit : units)
        if (unit.lone() && unit.childless()) draft.people[unit.reference].arrangement = Arrangement::alone;
    std::erase_if(units, [](const FamilyUnit& unit) { return unit.lone() && unit.childless(); });
    form_one_person(draft);
    form_shared(draft, census, units, orphans, plan.composition[static_cast<std::size_t>(Composition::other)], arrangement, luck);
    for (const auto& unit : units) move_family_in(draft, unit);
    form_establishments(draft, plan, luck);
    return draft;
}

void form_establishments(PlaceDraft& draft, const PlacePlan& plan, Luck& luck) {
    for (std::size_t kind = 1; kind < household_kind_names.size(); ++kind) {
        std::vector<std::uint32_t> residents;
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (int age = 0; age <= oldest_age; ++age)
                for (int i = 0; i < plan.living[kind][sex][age_row(age)]; ++i) {
                    residents.push_back(static_cast<std::uint32_t>(draft.people.size()));
                    draft.people.push_back({static_cast<Sex>(sex), static_cast<std::uint8_t>(age), Arrangement::sharing});
                }
        luck.shuffle(residents);
        const std::size_t usual = static_cast<std::size_t>(usual_residents[kind]);
        const std::size_t establishments = std::max<std::size_t>(1, (residents.size() + usual / 2) / usual);
        for (std::size_t e = 0; e < establishments && !residents.empty(); ++e) {
            const auto household = draft.add_household(static_cast<HouseholdKind>(kind), Composition::other);
            for (std::size_t i = e; i < residents.size(); i += establishments) draft.move_in(residents[i], household, Role::resident);
        }
    }
}

}  // namespace spires
