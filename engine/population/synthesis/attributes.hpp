#pragma once
// What people are and do, and what their homes are like, given their households.

#include "inputs/social.hpp"
#include "population/synthesis/draft.hpp"
#include "population/synthesis/luck.hpp"
#include "population/synthesis/targets.hpp"

namespace spires {

/// Ethnic group by place, alike within most households.
void draw_ethnic_groups(PlaceDraft& draft, const std::vector<double>& target, Luck& luck);

/// Disability by place, likelier with age (`disability_age.csv`) and in care homes.
void draw_disability(PlaceDraft& draft, const CensusTables& census, const std::vector<double>& target, Luck& luck);

/// Qualification and economic status from 16, by age, sex and decile of the place; `student_odds` says how much
/// likelier than the table's share people of 18 to 24 of the ward are in education.
void draw_learning_and_work(PlaceDraft& draft, const SocialTables& social, std::size_t decile, double student_odds, Luck& luck);

/// Tenure, accommodation, occupancy and household deprivation by place.
void draw_dwellings(PlaceDraft& draft, const CensusTables& census, const Targets& targets, Luck& luck);

/// By ward, the factor on the odds of education at 18 to 24 that meets `students.csv`.
[[nodiscard]] std::vector<double> student_odds_by_ward(const CensusTables& census, const SocialTables& social, const Places& places,
                                                       const std::vector<PlacePlan>& plans);

}  // namespace spires
