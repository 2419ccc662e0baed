#pragma once
// A scenario in plain words, with counts where the people of today are at hand.

#include "interventions/forecast.hpp"
#include "scenario/vocabulary.hpp"

#include <iosfwd>

namespace spires {

/// Prints who, how many, at what cost, with what effect and on what evidence. Without `today` the
/// counts are left out.
void explain(std::ostream& out, const Scenario& scenario, const Vocabulary& vocabulary,
             const ScenarioContext& context, const PeopleToday* today);

}  // namespace spires
