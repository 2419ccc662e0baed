#include "calibration/screened_fatality.hpp"

#include "core/root.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace spires {

namespace {

/// One sex, age and decile: shares found late, and hazards of early and late cases against the condition's mean.
struct Cases {
    double hazard = 0, other = 0;          ///< deaths of it and other ends, a year ill
    double early = 1, late = 1;            ///< on the hazard
    double late_at_diagnosis = 0, late_among_ill = 0;

    /// Share of new cases that die of it in the end, with a factor on the hazard.
    [[nodiscard]] double deaths(double factor) const {
        const auto dies = [&](double of_stage) { return factor * hazard * of_stage / (factor * hazard * of_stage + other); };
        return late_at_diagnosis * dies(late) + (1.0 - late_at_diagnosis) * dies(early);
    }
    [[nodiscard]] double mean() const { return late_among_ill * late + (1.0 - late_among_ill) * early; }
};

Cases cases_of(const StageModel* stage, Sex sex, int age, std::size_t decile, bool covered, double hazard, double other) {
    Cases cases{hazard, other};
    if (stage == nullptr) return cases;
    const std::size_t at = stage->stratum(sex, age, decile, covered ? stage->programme : Coverage{0}), by_age = (static_cast<std::size_t>(sex) * ages + age_row(age)) * 2;
    cases.early = static_cast<double>(stage->fatality[by_age]);
    cases.late = static_cast<double>(stage->fatality[by_age + 1]);
    cases.late_at_diagnosis = static_cast<double>(stage->at_diagnosis[at]);
    cases.late_among_ill = static_cast<double>(stage->among_ill[at]);
    return cases;
}

struct Factors {
    double others = 1, covered = 1;
};

/// Factors with which covered cases die `ratio` times as often as others, and the mean over those who are ill is 1.
Factors solve(const Cases& others, const Cases& covered, double share_covered, double ratio) {
    const auto factors = [&](double apart) {
        const double of_others = 1.0 / ((1.0 - share_covered) * others.mean() + share_covered * apart * covered.mean());
        return Factors{of_others, of_others * apart};
    };
    return factors(root_between(0, 20, [&](double apart) {
        const Factors found = factors(apart);
        return covered.deaths(found.covered) - ratio * others.deaths(found.others);
    }));
}

}  // namespace

std::vector<ScreenedFatality> solve_screened_fatality(const HealthTables& tables, const Mortality& mortality, int base_year,
                                                      const std::vector<double>& ratios, const std::vector<StageModel>& stages) {
    std::vector<ScreenedFatality> solved;
    for (std::size_t e = 0; e < tables.screening_effects.size(); ++e) {
        const auto& effect = tables.screening_effects[e];
        if (effect.moves != ScreeningMoves::deaths) continue;
        const auto& programme = tables.screening[effect.programme];
        const auto condition = std::ranges::find(tables.conditions, effect.condition, &Condition::name);
        if (condition == tables.conditions.end()) continue;
        ScreenedFatality screened{static_cast<std::size_t>(condition - tables.conditions.begin()), effect.programme, {}};
        const auto staged = std::ranges::find(stages, screened.condition, &StageModel::condition);
        const StageModel* const stage = staged == stages.end() ? nullptr : &*staged;
        screened.factor.resize(sexes * ages * deciles * 2);
        tbb::parallel_for(std::size_t{0}, sexes * ages, [&](std::size_t sex_age) {
            const auto sex = static_cast<Sex>(sex_age / ages);
            const int age = static_cast<int>(sex_age % ages);
            const double hazard = condition->fatality[sex_age / ages][age_row(age)];
            const bool asked = (sex == Sex::female ? programme.women : programme.men) && age >= programme.age_from && hazard > 0;
            const double other = asked ? other_ends(*condition, mortality, sex, age, base_year) : 0.0;
            for (std::size_t d = 0; d < deciles; ++d) {
                Factors factors;
                if (asked) factors = solve(cases_of(stage, sex, age, d, false, hazard, other), cases_of(stage, sex, age, d, true, hazard, other), programme.share[d], ratios[e]);
                const std::size_t at = (sex_age * deciles + d) * 2;
                screened.factor[at] = static_cast<float>(factors.others);
                screened.factor[at + 1] = static_cast<float>(factors.covered);
            }
        });
        solved.push_back(std::move(screened));
    }
    return solved;
}

}  // namespace spires
