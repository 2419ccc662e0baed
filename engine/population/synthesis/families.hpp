#pragma once
// Couples, lone parents and their children.

#include "population/synthesis/arrangements.hpp"

namespace spires {

/// A couple or a lone parent, before and after children join.
struct FamilyUnit {
    std::uint32_t reference = 0;             ///< person
    std::uint32_t partner = no_household;    ///< person, or none for a lone parent
    int mother_age = 0;                      ///< of the woman of a couple, otherwise of the younger or only parent
    std::vector<std::uint32_t> dependent, grown;  ///< children, by whether they are under 19
    std::vector<std::uint32_t> others;        ///< a grandparent, brother, lodger, or a child of relatives
    bool extended = false;                   ///< others live with them

    [[nodiscard]] bool lone() const noexcept { return partner == no_household; }
    [[nodiscard]] bool childless() const noexcept { return dependent.empty() && grown.empty(); }
};

/// Couples by age (the man about two years older), and lone parents.
[[nodiscard]] std::vector<FamilyUnit> form_units(const PlaceDraft& draft, const ArrangementPlan& plan, Luck& luck);

/// Gives `families` units dependent children, 18 to 45 years younger than the mother. Children for whom no parent
/// is found are returned.
[[nodiscard]] std::vector<std::uint32_t> raise_children(const PlaceDraft& draft, const CensusTables& census, std::vector<FamilyUnit>& units,
                                                        int families, Luck& luck);

/// Puts grown children with parents, lone parents without children first. Those left over are returned.
[[nodiscard]] std::vector<std::uint32_t> keep_grown_children(const PlaceDraft& draft, std::vector<FamilyUnit>& units, Luck& luck);

}  // namespace spires
