#pragma once
// Found early or late: what screening does to it, and what it does to survival (docs/model.md, section 7.14).

#include "core/random.hpp"
#include "inputs/health.hpp"
#include "inputs/mortality.hpp"
#include "population/columns.hpp"

#include <vector>

namespace spires {

/// The stages of one condition. Shares are such that the mean of each decile is the table's while its people
/// come to screening as at the base; fatality is such that the mean over those who are ill is the condition's.
struct StageModel {
    std::size_t condition = 0;
    ConditionSet late = 0;            ///< bit of `conditions`
    Coverage programme = 0;           ///< bit of `covered`; 0: no programme moves it
    std::vector<float> at_diagnosis;  ///< share found late of new cases, [sex][age][decile][covered]
    std::vector<float> among_ill;     ///< and of those who have it: late cases live shorter
    std::vector<float> fatality;      ///< against the mean of all with the condition, [sex][age][late]

    [[nodiscard]] std::size_t stratum(Sex sex, int age, std::size_t decile, Coverage covered) const noexcept {
        return (((static_cast<std::size_t>(sex) * ages + age_row(age)) * deciles + decile) << 1U) | ((covered & programme) != 0 ? 1U : 0U);
    }
    /// The word that decides on the stage of this condition.
    [[nodiscard]] std::uint32_t word(const RandomKey& key, std::uint64_t person, int year) const noexcept;
};

/// `ratios` of screening_effects.csv, as drawn. A condition is where those who come into it, recover and die keep
/// the shares: p (1 − i) (R f + e) = (1 − p) i (f + e), with f of early cases and e all else that ends it.
[[nodiscard]] std::vector<StageModel> solve_stages(const HealthTables& tables, const Mortality& mortality, int base_year, const std::vector<double>& ratios);

}  // namespace spires
